// How far the people of a unit are with the hours of their registration periods: for whoever keeps or looks after them.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { stateOf } from '../domain/hours/entries.ts';
import { ledgerOn } from '../domain/hours/registered.ts';
import type { Day } from '../domain/time.ts';
import type { Worker } from '../store/workers.ts';
import { signedIn, standingFor, today } from './access.ts';
import type { LedgerDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';

type Listed = Answer<'listLedgers'>;
type Row = Listed['people'][number];

const PEOPLE_MOST = 50;

/** People whose entries are read at once. */
const AT_ONCE = 8;

/** Those who work at the unit on a day, by person, a page at a time. The right is today's. */
export function listLedgers(deps: LedgerDeps) {
  return async (actor: Actor, { params, query }: Input<'listLedgers'>): Promise<Listed> => {
    signedIn(actor);
    await standingFor(deps, actor)('readLedger', params.unit);
    const day = query.day ?? today(deps);
    const on = query.cursor === undefined ? {} : { cursor: `WORKER#${query.cursor.replace('.', '#')}` };
    const { found, next } = await deps.store.workers.list(params.unit, { day, limit: PEOPLE_MOST, ...on });
    const rows = await rowsOf(deps, found, day);
    const people = query.short === 'true' ? rows.filter(isShort) : rows;
    const page = { day, people, sum: sumOf(rows) };
    return next === undefined ? page : { ...page, cursor: next.slice('WORKER#'.length).replace('#', '.') };
  };
}

/** Somebody with two employments at the unit is one person. */
async function rowsOf(deps: LedgerDeps, workers: readonly Worker[], day: Day): Promise<Row[]> {
  const rows = new Map<string, Row>();
  await inParallel(AT_ONCE, [...new Map(workers.map((one) => [one.person, one])).values()], async (one) => {
    rows.set(one.person, await rowOf(deps, one, day));
  });
  return [...rows.values()].sort((a, b) => (a.person < b.person ? -1 : 1));
}

async function rowOf(deps: LedgerDeps, { person, name }: Worker, day: Day): Promise<Row> {
  const [held, entries] = await Promise.all([deps.store.people.get(person), deps.store.hours.ofPerson(person)]);
  const waiting = entries.filter((entry) => stateOf(entry).state === 'proposed').length;
  const read = ledgerOn(held?.certificates ?? [], { entries }, day);
  if (!read.ok) return { person, name, reason: read.reason, waiting };
  const { period, target, total, missing, forecast } = read.ledger;
  return { person, name, ledger: { level: read.level, period, target, total, missing, forecast }, waiting };
}

function isShort({ ledger }: Row): boolean {
  return ledger !== undefined && ledger.missing > 0;
}

function sumOf(rows: readonly Row[]): Listed['sum'] {
  const registered = rows.filter(({ ledger }) => ledger !== undefined).length;
  const short = rows.filter(isShort).length;
  return {
    ...{ people: rows.length, registered, reached: registered - short, short },
    unregistered: rows.length - registered,
    waiting: rows.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}
