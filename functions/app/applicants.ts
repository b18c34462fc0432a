// Somebody who would enrol, as the rules of eligibility see them: where they work today, and which certificates they hold.
import type { Who } from '../domain/courses/course.ts';
import type { Applicant } from '../domain/courses/eligibility.ts';
import { employmentsOn } from '../domain/people/employment.ts';
import type { Person } from '../store/person-writes.ts';
import { today } from './access.ts';
import type { CoreDeps } from './deps.ts';

/** What a course asks of a person. Where anybody may come, nobody's units are looked up. */
export async function applicantOf(deps: CoreDeps, person: Person, who: Who): Promise<Applicant> {
  const day = today(deps);
  const working = employmentsOn(person.employments, day).map(async ({ unit, post }) => {
    const ancestors = who.units === 'anyone' ? [unit] : await deps.store.units.ancestors(unit, day);
    return { unit, post, ancestors };
  });
  return { working: await Promise.all(working), levels: person.certificates.map(({ level }) => level) };
}
