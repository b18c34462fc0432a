// What somebody should look at before a course is closed. Pure.
import type { Report } from '../whole-course.ts';

export interface Review {
  person: string;
  name: string;
  session: string;
}

/** The verdicts flagged for review, of sessions that count. */
export function reviewsIn(people: Report['people'], counts: (session: string) => boolean): Review[] {
  return people.flatMap(({ person, name, verdicts }) =>
    verdicts
      .filter(({ flags, session }) => flags.includes('review') && counts(session))
      .map(({ session }) => ({ person, name, session })),
  );
}
