// What changed in somebody's training since they last looked, and that they have looked.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, ofPerson } from '../domain/access/can.ts';
import { cameIn, type Enrolment, isEnd } from '../domain/courses/enrolment.ts';
import { newsIn } from '../domain/courses/news.ts';
import type { Told } from '../domain/courses/notice.ts';
import { signedIn } from './access.ts';
import type { CoreDeps } from './deps.ts';
import { Problem } from './problem.ts';

type News = NonNullable<Answer<'listMyTraining'>['enrolments'][number]['news']>;

/** The news of an enrolment past what was seen. Whoever is out of the course is told nothing more; what was before they came in is no news. */
export async function newsFor(deps: CoreDeps, enrolment: Enrolment, seen = 0): Promise<News | undefined> {
  if (isEnd(enrolment.state)) return undefined;
  const since = cameIn(enrolment);
  const notices = (await deps.store.notices.list(enrolment.course, seen)).filter(({ at }) => at >= since);
  const news = newsIn(notices);
  if (news === undefined) return undefined;
  const told = (one: Told) => toldTo(one, enrolment.state === 'enrolled');
  const changes = news.changes.map(({ before, after, ...change }) => ({
    ...change,
    ...(before === undefined ? {} : { before: told(before) }),
    after: told(after),
  }));
  return { ...news, changes };
}

/** Notes that somebody has seen the news of some courses. */
export function seeNews(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'seeNews'>): Promise<Answer<'seeNews'>> => {
    signedIn(actor);
    if (!can.readOwnTraining(actor, ofPerson(params.person))) throw new Problem('not_found');
    const wanted = body.seen.map(({ course }) => ({ course, person: params.person }));
    const held = new Set((await deps.store.enrolments.getMany(wanted)).map(({ course }) => course));
    const seen = body.seen.filter(({ course }) => held.has(course));
    for (const { course, upTo } of seen) await deps.store.notices.see(params.person, course, upTo);
    return { seen: seen.length };
  };
}

/** Where a session is followed online is for those who have a seat. */
function toldTo({ link, ...told }: Told, isIn: boolean): Told {
  return isIn && link !== undefined ? { ...told, link } : told;
}
