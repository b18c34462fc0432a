// What a station has written down of its work, for whoever keeps it or looks after it.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { type CoverageBook, standingIn } from '../domain/activities/coverage.ts';
import type { WorkRecord } from '../domain/activities/record.ts';
import { nameOn } from '../domain/units/unit.ts';
import { dayWithin, standingFor, today } from './access.ts';
import type { StationDeps } from './deps.ts';
import { namesOf } from './staff-names.ts';

type Shown = Answer<'readWork'>;

/** The records of a month or a year, the latest first, and the coverage of the year. */
export function readWork(deps: StationDeps) {
  return async (actor: Actor, { params, query }: Input<'readWork'>): Promise<Shown> => {
    const { unit, place } = await standingFor(deps, actor)('readWork', params.unit);
    const [all, book] = await Promise.all([
      deps.store.workRecords.ofYear(unit.id, query.year),
      deps.store.workRecords.coverage(unit.id),
    ]);
    const records = all.filter(({ work }) => query.month === undefined || work.day.startsWith(query.month));
    const coverage = coverageOf(book, query.year);
    return {
      unit: unit.id,
      name: nameOn(unit, dayWithin(unit, today(deps))) ?? '',
      records: records.sort(latestFirst).map(shownRecord),
      coverage,
      names: await namesOf(deps, idsIn(records, coverage)),
      keeps: can.keepWork(actor, place),
      today: today(deps),
    };
  };
}

function shownRecord({ id, version, voided, work, at, by, why, past }: WorkRecord): Shown['records'][number] {
  return { id, version, voided, work, at, by, ...(why === undefined ? {} : { why }), past };
}

function coverageOf(book: CoverageBook, year: string): Shown['coverage'] {
  const months = Object.entries(book.months)
    .filter(([month]) => month.startsWith(`${year}-`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, said]) => ({ month, ...said }));
  const before = standingIn(book, `${Number(year) - 1}-12`);
  return { version: book.version, months, ...(before === undefined ? {} : { before }) };
}

/** Whose names are shown. */
function idsIn(records: readonly WorkRecord[], { months }: Shown['coverage']): Set<string> {
  const took = records.flatMap(({ work }) => (work.type === 'supervision' ? work.people : []));
  const wrote = [...records, ...months].flatMap(({ by, past }) => [by, ...past.map((one) => one.by)]);
  return new Set([...took, ...wrote]);
}

function latestFirst(a: WorkRecord, b: WorkRecord): number {
  if (a.work.day !== b.work.day) return a.work.day < b.work.day ? 1 : -1;
  return a.at < b.at ? 1 : -1;
}
