// How many people live where a bureau is: said by the bureau for a day and on, with its source. 万人持证数 divides by it.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { Population } from '../store/populations.ts';
import { signedIn, standingFor } from './access.ts';
import { entryOf } from './audit.ts';
import type { BureauDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';

/** Numbers that one unit may have said: one a year for longer than anybody will ask. */
const SAID_MOST = 100;

/** Says a number, or takes one back; the same request again answers what came of it. */
export function givePopulation(deps: BureauDeps) {
  return async (actor: Actor, { params, body }: Input<'givePopulation'>): Promise<Answer<'givePopulation'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('givePopulation', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'givePopulation', params, body });
    const answered = await answeredBefore<Answer<'givePopulation'>>(deps, wish);
    if (answered !== undefined) return answered;
    const held = await deps.store.populations.get(unit.id);
    if ((held?.version ?? 0) !== body.version) throw new Problem('conflict');
    const said = withSaid(held?.said ?? [], body);
    if (said.length > SAID_MOST) throw refused('list-full');
    const next = { unit: unit.id, version: body.version + 1, said, at: deps.now(), by: me.person };
    const answer = { version: next.version };
    const thing = { type: 'population', id: unit.id };
    const after = { from: body.from, people: body.people };
    const line = entryOf(deps, { me, right: 'givePopulation', place, action: 'givePopulation', thing, after });
    const done = await deps.store.populations.put(next, { request: requestOf(deps, wish, answer), lines: [line] });
    if (done === 'done') return answer;
    const before = await answeredBefore<Answer<'givePopulation'>>(deps, wish);
    if (before === undefined) throw new Problem('conflict');
    return before;
  };
}

/** With one more, in the place of what was said of the same day; one of nobody takes it back. In rising order of days. */
function withSaid(
  said: Population['said'],
  { from, people, source }: Pick<Input<'givePopulation'>['body'], 'from' | 'people' | 'source'>,
): Population['said'] {
  const others = said.filter((one) => one.from !== from);
  const all = people === 0 ? others : [...others, { from, people, source }];
  return all.sort((a, b) => (a.from < b.from ? -1 : 1));
}
