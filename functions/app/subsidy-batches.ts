// Batches of a bureau: begun for a rule, filled slice by slice, over when the notice is, paid slice by slice. Each application is judged by itself, and
// what of a slice may be done is done together.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { roomOf } from '../domain/subsidies/amount.ts';
import { type Application, moved, receivedBy } from '../domain/subsidies/application.ts';
import { type Batch, memberName, withMembers } from '../domain/subsidies/batch.ts';
import { leastLastDay } from '../domain/subsidies/notice.ts';
import { ruleOn } from '../domain/subsidies/rule.ts';
import { type Person, type Standing, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { StationDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';
import { namesOf } from './staff-names.ts';
import { ruleFor, rulesFor, shownRule } from './subsidy-finding.ts';
import { lineIn, rowsOf } from './subsidy-rows.ts';
import { shownBatch } from './subsidy-views.ts';
import { nameFor } from './units-reading.ts';

type Slice = Input<'moveSubsidyBatch'>['body'];
type Sliced = Answer<'moveSubsidyBatch'>;
type Outcome = Sliced['outcomes'][number];

const AT_ONCE = 8;

/** The batches that a bureau began in a year, the latest first. */
export function listSubsidyBatches(deps: StationDeps) {
  return async (
    actor: Actor,
    { params, query }: Input<'listSubsidyBatches'>,
  ): Promise<Answer<'listSubsidyBatches'>> => {
    const { unit } = await standingFor(deps, actor)('readSubsidies', params.unit);
    const batches = await deps.store.subsidies.batches(unit.id, query.year);
    const names = await namesOf(
      deps,
      batches.map(({ by }) => by),
    );
    const asked = batches.map(({ rule, from }) => ({ rule, day: from }));
    return {
      batches: batches.map((batch) => shownBatch(batch, names[batch.by])),
      rules: rulesFor(deps, asked).map(shownRule),
      today: today(deps),
    };
  };
}

/** Begins a batch, with nobody on it yet. */
export function addSubsidyBatch(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'addSubsidyBatch'>): Promise<Answer<'addSubsidyBatch'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('decideSubsidy', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'addSubsidyBatch', params, body });
    const before = await answeredBefore<Answer<'addSubsidyBatch'>>(deps, wish);
    if (before !== undefined) return before;
    const day = today(deps);
    const rule = ruleOn(deps.subsidyRules, body.rule, day);
    if (unit.kind !== 'bureau' || rule === undefined) throw refused('subsidy-rule');
    if (body.from < day || body.last < leastLastDay(rule, body.from)) throw refused('subsidy-notice');
    const { from, last } = body;
    const id = `${day.replaceAll('-', '')}-${deps.newId()}`;
    const began = { at: deps.now(), by: me.person, version: 1, members: [], cents: 0 };
    const batch: Batch = { id, desk: unit.id, rule: rule.id, from, last, ...began };
    const answer = { batch: id, version: 1 };
    const thing = { type: 'subsidy-batch', id };
    const after = { rule: rule.id, from, last };
    const line = entryOf(deps, { me, right: 'decideSubsidy', place, action: 'addSubsidyBatch', thing, after });
    const write = { request: requestOf(deps, wish, answer), lines: [line] };
    const done = await deps.store.subsidies.putBatch(batch, write);
    return done === 'done' ? answer : answeredOrBusy(deps, wish);
  };
}

/** A batch with everybody on it, as they are now. */
export function readSubsidyBatch(deps: StationDeps) {
  return async (actor: Actor, { params }: Input<'readSubsidyBatch'>): Promise<Answer<'readSubsidyBatch'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('readSubsidies', params.unit);
    const batch = await batchIn(deps, unit.id, params.batch);
    const applications = await deps.store.subsidies.ofMembers(batch.members);
    const held = batch.members.flatMap(
      ({ person, application }) => applications.get(memberName(person, application)) ?? [],
    );
    const rows = await rowsOf(deps, me, { lines: held.map(lineIn), desk: unit.id });
    const stands = ({ state }: { state: string }) => ['listed', 'objected', 'published', 'paid'].includes(state);
    const names = await namesOf(deps, [batch.by]);
    return {
      batch: shownBatch(batch, names[batch.by]),
      rows: rows.filter(stands),
      gone: rows.filter((row) => !stands(row)),
      rule: shownRule(ruleFor(deps, { rule: batch.rule, day: batch.from })),
      ...{ deskName: nameFor(unit, today(deps)), decides: can.decideSubsidy(me, place), today: today(deps) },
    };
  };
}

/** Does a move to a slice of applications: puts them on the list, says that their notice is over, or that they are paid. */
export function moveSubsidyBatch(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'moveSubsidyBatch'>): Promise<Sliced> => {
    const me = signedIn(actor);
    const standing = await standingFor(deps, actor)('decideSubsidy', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'moveSubsidyBatch', params, body });
    const before = await answeredBefore<Sliced>(deps, wish);
    if (before !== undefined) return before;
    const batch = await batchIn(deps, standing.unit.id, params.batch);
    requireInTime(deps, batch, body.moving);
    const judged = await judgedIn(deps, me, { batch, body });
    const next = judged.flatMap((one) => (one.ok ? [one.application] : []));
    const answer: Sliced = { move: body.moving.move, outcomes: judged.map(outcomeOf) };
    if (next.length === 0) return answer;
    const done = await deps.store.subsidies.move(next, {
      ...(body.moving.move === 'list' ? { batch: filled(deps, batch, next) } : {}),
      request: requestOf(deps, wish, answer),
      lines: [lineOf(deps, { me, standing, batch, body, next })],
    });
    return done === 'done' ? answer : answeredOrBusy(deps, wish);
  };
}

async function batchIn(deps: StationDeps, desk: string, id: string): Promise<Batch> {
  const batch = await deps.store.subsidies.batch(desk, id);
  if (batch === undefined) throw new Problem('not_found');
  return batch;
}

/** Nobody is published while the notice runs, nor paid on a day to come. */
function requireInTime(deps: StationDeps, { from, last }: Batch, moving: Slice['moving']): void {
  const day = today(deps);
  if (moving.move === 'publish' && day <= last) throw refused('subsidy-notice-runs');
  if (moving.move === 'pay' && (moving.day > day || moving.day < from)) {
    throw new Problem('invalid_input', [{ path: 'moving.day', message: 'does not fit' }]);
  }
}

type Judged =
  | { ok: true; application: Application }
  | { ok: false; application: string; outcome: 'changed' | 'refused'; reason?: Outcome['reason'] };

/** Each application of the slice after the move, or why not. Of what is named twice the second is changed by the first. */
async function judgedIn(
  deps: StationDeps,
  me: Person,
  { batch, body }: { batch: Batch; body: Slice },
): Promise<Judged[]> {
  const held = await deps.store.subsidies.ofMembers(body.applications.filter(isFirst));
  const paid = await paidBefore(deps, batch, [...held.values()]);
  return body.applications.map((asked, i): Judged => {
    const found = held.get(memberName(asked.person, asked.application));
    const refusedFor = (reason: Outcome['reason']): Judged => ({
      ...{ ok: false, application: asked.application, outcome: 'refused' },
      ...(reason === undefined ? {} : { reason }),
    });
    if (found === undefined || found.desk !== batch.desk || found.rule !== batch.rule)
      return refusedFor('subsidy-batch');
    if (!isFirst(asked, i, body.applications) || found.version !== asked.version) {
      return { ok: false, application: asked.application, outcome: 'changed' };
    }
    if (body.moving.move !== 'list' && found.batch !== batch.id) return refusedFor('subsidy-batch');
    const { move } = body.moving;
    const day = body.moving.move === 'pay' ? body.moving.day : undefined;
    const next = moved(found, { move, at: deps.now(), by: me.person, batch: batch.id, day });
    if (!next.ok) return refusedFor(reasonOf(next.reason));
    const room = roomOf(ruleFor(deps, found), paid.get(found.person) ?? 0);
    if ((found.cents ?? 0) > room) return refusedFor('subsidy-amount');
    return { ok: true, application: next.application };
  });
}

function reasonOf(reason: Exclude<ReturnType<typeof moved>, { ok: true }>['reason']): Outcome['reason'] {
  if (reason === 'own') return 'subsidy-own';
  if (reason === 'four-eyes') return 'subsidy-four-eyes';
  return reason === 'no-amount' ? 'subsidy-amount' : 'subsidy-state';
}

/** Cents that each person has been paid by the rule of a batch; read only where the rule has a cap. */
async function paidBefore(
  deps: StationDeps,
  batch: Batch,
  applications: readonly Application[],
): Promise<Map<string, number>> {
  const paid = new Map<string, number>();
  const [first] = applications;
  if (first === undefined || typeof ruleFor(deps, first).cap !== 'number') return paid;
  await inParallel(AT_ONCE, [...new Set(applications.map(({ person }) => person))], async (person) => {
    paid.set(person, receivedBy(await deps.store.subsidies.ofPerson(person), batch.rule));
  });
  return paid;
}

function filled(deps: StationDeps, batch: Batch, next: readonly Application[]): Batch {
  const added = next.map(({ id, person, cents = 0 }) => ({ person, application: id, cents }));
  const more = withMembers(batch, added, { at: deps.now(), day: today(deps) });
  if (!more.ok) throw refused(`subsidy-batch-${more.reason}`);
  return more.batch;
}

function outcomeOf(one: Judged): Outcome {
  if (one.ok) return { application: one.application.id, outcome: 'done', state: one.application.state };
  const { application, outcome, reason } = one;
  return { application, outcome, ...(reason === undefined ? {} : { reason }) };
}

function isFirst(
  { person, application }: Slice['applications'][number],
  at: number,
  all: readonly Slice['applications'][number][],
): boolean {
  return all.findIndex((one) => one.person === person && one.application === application) === at;
}

interface Act {
  me: Person;
  standing: Standing;
  batch: Batch;
  body: Slice;
  next: readonly Application[];
}

function lineOf(deps: StationDeps, { me, standing: { place }, batch, body, next }: Act) {
  const { move } = body.moving;
  const cents = next.reduce((sum, one) => sum + (one.cents ?? 0), 0);
  const after = { rule: batch.rule, move, applications: next.length, cents };
  const thing = { type: 'subsidy-batch', id: batch.id };
  return entryOf(deps, { me, right: 'decideSubsidy', place, action: `${move}Subsidies`, thing, after });
}

async function answeredOrBusy<A>(deps: StationDeps, wish: Wish): Promise<A> {
  const before = await answeredBefore<A>(deps, wish);
  if (before === undefined) throw new Problem('conflict');
  return before;
}
