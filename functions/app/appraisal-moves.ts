// What is done to an appraisal, move by move: the unit's own word, the visit, the decision, publishing, an objection and what becomes of it.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import { type Appraisal, type Moving, moved, outcomeOf, rightFor, toldState } from '../domain/appraisal/appraisal.ts';
import { totalOf } from '../domain/appraisal/template.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { type Person, signedIn } from './access.ts';
import { countedFor } from './appraisal-figures.ts';
import { seesFromAbove, templateOf } from './appraisal-views.ts';
import { appraisalAt, isOwnUnit } from './appraisals.ts';
import { entryOf } from './audit.ts';
import type { StationDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';

type Done = Answer<'moveAppraisal'>;
type Said = Input<'moveAppraisal'>['body']['moving'];

/** Moves an appraisal on. Nobody sees, decides or settles anything about a unit they belong to. */
export function moveAppraisal(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'moveAppraisal'>): Promise<Done> => {
    const me = signedIn(actor);
    const { place, appraisal } = await appraisalAt(deps, actor, params);
    if (!can[rightFor(body.moving.move)](actor, place)) throw new Problem('not_found');
    const wish = await wishOf(deps, { person: me.person, route: 'moveAppraisal', params, body });
    const answered = await answeredBefore<Done>(deps, wish);
    if (answered !== undefined) return answered;
    await requireForeign(deps, me, { unit: appraisal.unit, move: body.moving.move });
    if (appraisal.version !== body.version) throw new Problem('conflict');
    const next = await movedOn(deps, me, { appraisal, said: body.moving });
    const { state, version } = next;
    const answer: Done = { state: seesFromAbove(actor, place) ? state : toldState(state), version };
    const line = lineOf(deps, { me, place, next, said: body.moving });
    const done = await deps.store.appraisals.put(next, { request: requestOf(deps, wish, answer), lines: [line] });
    return done === 'done' ? answer : answeredOrBusy(deps, wish);
  };
}

/** All but the unit's own word and its objection are for somebody else to do. */
async function requireForeign(deps: StationDeps, me: Person, { unit, move }: { unit: string; move: Said['move'] }) {
  if (rightFor(move) !== 'scoreOwnWork' && (await isOwnUnit(deps, me, unit))) throw refused('appraisal-own');
}

async function movedOn(
  deps: StationDeps,
  me: Person,
  { appraisal, said }: { appraisal: Appraisal; said: Said },
): Promise<Appraisal> {
  const { unit, term } = appraisal;
  const moving: Moving = said.move === 'score' ? { ...said, figures: await countedFor(deps, unit, term) } : said;
  const next = moved(appraisal, moving, { template: templateOf(deps, appraisal), at: deps.now(), by: me.person });
  if (!next.ok) throw refused(next.reason);
  return next.appraisal;
}

interface Act {
  me: Person;
  place: Place;
  next: Appraisal;
  said: Said;
}

function lineOf(deps: StationDeps, { me, place, next, said }: Act): AuditEntry {
  const outcome = outcomeOf(next);
  const after = { state: next.state, ...(outcome && { total: totalOf(outcome.scores), grade: outcome.grade }) };
  const thing = { type: 'appraisal', id: `${next.unit}.${next.id}` };
  const why = 'note' in said && said.note !== '' ? said.note : undefined;
  return entryOf(deps, { me, right: rightFor(said.move), place, action: `${said.move}Appraisal`, thing, after, why });
}

/** The write lost a race: against the same request it has its answer, against another the caller looks again. */
async function answeredOrBusy(deps: StationDeps, wish: Wish): Promise<Done> {
  const before = await answeredBefore<Done>(deps, wish);
  if (before === undefined) throw new Problem('conflict');
  return before;
}
