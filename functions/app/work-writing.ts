// Writing down a station's work: adding, correcting, taking back, and saying how many are served. Numbers of those who are served, never names.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor, Place } from '../domain/access/can.ts';
import { workFault } from '../domain/activities/checks.ts';
import { sayCoverage as said } from '../domain/activities/coverage.ts';
import { corrected, recordOf, voided, type Work, type WorkRecord } from '../domain/activities/record.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Unit } from '../domain/units/unit.ts';
import { type Person, type Standing, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { StationDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';

type Written = Answer<'addWork'>;

/** People of a unit that are looked through for those who took part. */
const WORKERS_MOST = 1_000;

/** Writes down a record; the same request again answers what came of it. */
export function addWork(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'addWork'>): Promise<Written> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('keepWork', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'addWork', params, body });
    const before = await answeredBefore<Written>(deps, wish);
    if (before !== undefined) return before;
    await requireSound(deps, unit, body.work);
    const record = recordOf(body.work, { unit: unit.id, id: deps.newId(), at: deps.now(), by: me.person });
    return written(deps, { wish, record, line: lineOf(deps, { me, place, action: 'addWork', record }) });
  };
}

/** Corrects a record or takes it back. */
export function changeWork(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'changeWork'>): Promise<Written> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('keepWork', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'changeWork', params, body });
    const answered = await answeredBefore<Written>(deps, wish);
    if (answered !== undefined) return answered;
    const { year, version, change, why } = body;
    const before = await deps.store.workRecords.get(unit.id, { year, id: params.record });
    if (before === undefined) throw new Problem('not_found');
    if (before.version !== version) throw new Problem('conflict');
    if (change.kind === 'correct') await requireSound(deps, unit, change.work);
    const changing = { at: deps.now(), by: me.person, why };
    const next = change.kind === 'void' ? voided(before, changing) : corrected(before, change.work, changing);
    if (!next.ok) throw refused(next.reason);
    const { record } = next;
    const line = lineOf(deps, { me, place, action: `${change.kind}Work`, record, before, why });
    return written(deps, { wish, record, line });
  };
}

/** Says how many a unit serves in a month. */
export function sayCoverage(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'sayCoverage'>): Promise<Answer<'sayCoverage'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('keepWork', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'sayCoverage', params, body });
    const answered = await answeredBefore<Answer<'sayCoverage'>>(deps, wish);
    if (answered !== undefined) return answered;
    const { month, coverage, why } = body;
    requireThere(unit, month);
    const before = await deps.store.workRecords.coverage(unit.id);
    if (before.version !== body.version) throw new Problem('conflict');
    const saying = { coverage, at: deps.now(), by: me.person, ...(why === undefined ? {} : { why }) };
    const next = said(before, { month, said: saying, current: today(deps).slice(0, 7) });
    if (!next.ok) throw refused(next.reason);
    const answer = { version: next.book.version };
    const facts = { after: { month, ...coverage }, thing: { type: 'coverage', id: `${unit.id}.${month}` } };
    const line = entryOf(deps, { me, right: 'keepWork', place, action: 'sayCoverage', why, ...facts });
    const request = requestOf(deps, wish, answer);
    const done = await deps.store.workRecords.putCoverage(next.book, { request, lines: [line] });
    return done === 'done' ? answer : answeredOrBusy(deps, wish);
  };
}

interface Writing {
  wish: Wish;
  record: WorkRecord;
  line: AuditEntry;
}

async function written(deps: StationDeps, { wish, record, line }: Writing): Promise<Written> {
  const answer: Written = { record: record.id, version: record.version };
  const request = requestOf(deps, wish, answer);
  const done = await deps.store.workRecords.put([record], { request, lines: [line] });
  return done === 'done' ? answer : answeredOrBusy(deps, wish);
}

/** The write lost a race: against the same request it has its answer, against another the caller looks again. */
async function answeredOrBusy<A>(deps: StationDeps, wish: Wish): Promise<A> {
  const before = await answeredBefore<A>(deps, wish);
  if (before === undefined) throw new Problem('conflict');
  return before;
}

/** Refuses what the rules do not let pass, and people in supervision who were not of the unit. */
async function requireSound(deps: StationDeps, unit: Unit, work: Work): Promise<void> {
  const fault = workFault(work, { unit, today: today(deps) });
  if (fault !== undefined) throw refused(fault);
  if (work.type !== 'supervision' || work.people.length === 0) return;
  const { found } = await deps.store.workers.list(unit.id, { day: work.day, limit: WORKERS_MOST });
  const there = new Set(found.map(({ person }) => person));
  if (work.people.some((person) => !there.has(person))) throw refused('work-people');
}

/** A unit says nothing of the months before it was opened and after it was closed. */
function requireThere({ opened, closed }: Standing['unit'], month: string): void {
  const isOver = closed !== undefined && month > closed.slice(0, 7);
  if (month < opened.slice(0, 7) || isOver) throw refused('work-outside');
}

interface Act {
  me: Person;
  place: Place;
  action: string;
  record: WorkRecord;
  before?: WorkRecord;
  why?: string;
}

/** The line says what was done to which record with which numbers; texts stay in the record. */
function lineOf(deps: StationDeps, { me, place, action, record, before, why }: Act): AuditEntry {
  const thing = { type: 'work', id: record.id };
  const facts = { ...(before && { before: factsOf(before.work) }), after: factsOf(record.work) };
  return entryOf(deps, { me, right: 'keepWork', place, action, thing, why, ...facts });
}

function factsOf(work: Work): Record<string, string | number> {
  const kept = Object.entries(work).filter(
    ([name, value]) => typeof value === 'number' || ['type', 'day', 'kind'].includes(name),
  );
  return Object.fromEntries(kept);
}
