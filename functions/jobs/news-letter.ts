// The letter about a course's news to one who is in it: the same difference that their own training shows.
import { cameIn, type Enrolment, isEnd } from '../domain/courses/enrolment.ts';
import { type Numbered, newsIn } from '../domain/courses/news.ts';
import { type Letter, newsLetter, type Titled } from './letters.ts';

/** The letter of notices to somebody; undefined when they are out of the course, came in later, or all is again as it was. */
export function letterOfNews(
  origin: string,
  course: Titled,
  { enrolment, notices }: { enrolment: Enrolment; notices: readonly Numbered[] },
): Letter | undefined {
  if (isEnd(enrolment.state)) return undefined;
  const since = cameIn(enrolment);
  const news = newsIn(notices.filter(({ at }) => at >= since));
  return news && newsLetter(origin, course, news);
}
