// What a station's work comes to as figures. Activities, funds, supervision and appraisals add to the month of their day; coverage is what stands until
// something else is said, kept as flows by month, so that what stands at the end of a month is the sum of all flows up to it.
import type { Appraisal } from '../appraisal/appraisal.ts';
import { cycleOf, isPublished, outcomeOf } from '../appraisal/appraisal.ts';
import type { Piece, Shelves } from '../figures/additions.ts';
import { movesOf } from '../figures/moves.ts';
import type { Source } from '../figures/source.ts';
import { addTo, type Sums } from '../statistics/item-sums.ts';
import { addDays, type Day, dayOf } from '../time.ts';
import type { Lookup } from '../units/tree.ts';
import { existsOn, type Unit } from '../units/unit.ts';
import type { Coverage, CoverageBook } from './coverage.ts';
import { type WorkRecord, yearOf } from './record.ts';

/** Named integers of a shelf, of a unit on a day. */
interface WorkPiece extends Piece {
  shelf: string;
  adds: Sums;
}

export type WorkFact =
  | { kind: 'record'; record: WorkRecord }
  | { kind: 'coverage'; book: CoverageBook }
  | { kind: 'appraisal'; appraisal: Appraisal };

/** 户数、人数、志愿者: what stands. */
const STOCKS = { households: 'hh', people: 'pp', volunteers: 'vo' } as const;

/**
 * Names of shelf `work#YYYY`, by month `01` to `12`: `a:<MM>:<kind>` activities · `ps:<MM>` person-times served · `vt:<MM>` of volunteers ·
 * `am:<MM>` their minutes · `hv:<MM>` home visits · `f:<MM>` cents received · `su:<MM>` supervision records, `sm:<MM>` their minutes ·
 * `ap:<quarter|year>:<grade>` published appraisals. Of shelf `coverage`, flows by month: `hh:`, `pp:`, `vo:` and `<YYYY-MM>`.
 */
export function workSums(pieces: readonly WorkPiece[]): Shelves {
  const shelves: Record<string, Sums> = {};
  for (const { shelf, adds } of pieces) shelves[shelf] = addTo(shelves[shelf] ?? {}, adds);
  return shelves;
}

/** The pieces of a fact; `units` knows the unit and all above it, for coverage that goes along when the unit moves. */
export function workPieces(fact: WorkFact, units: Lookup): WorkPiece[] {
  if (fact.kind === 'record') return recordPieces(fact.record);
  return fact.kind === 'coverage' ? coveragePieces(fact.book, units) : appraisalPieces(fact.appraisal);
}

function workUnits(fact: WorkFact): string[] {
  if (fact.kind === 'record') return [fact.record.unit];
  return [fact.kind === 'coverage' ? fact.book.unit : fact.appraisal.unit];
}

/** How often a fact was written, and when last. */
function workStamp(fact: WorkFact): { version: number; at: string } {
  const { version, at } = fact.kind === 'record' ? fact.record : fact.kind === 'coverage' ? fact.book : fact.appraisal;
  return { version, at };
}

function recordPieces({ unit, voided, work }: WorkRecord): WorkPiece[] {
  if (voided) return [];
  return [{ unit, day: work.day, shelf: shelfOf(yearOf(work.day)), adds: recordAdds(work) }];
}

function recordAdds(work: WorkRecord['work']): Sums {
  const month = work.day.slice(5, 7);
  if (work.type === 'fund') return { [`f:${month}`]: work.cents };
  if (work.type === 'supervision') return { [`su:${month}`]: 1, [`sm:${month}`]: work.minutes };
  return {
    [`a:${month}:${work.kind}`]: 1,
    ...{ [`ps:${month}`]: work.served, [`vt:${month}`]: work.volunteers, [`am:${month}`]: work.minutes },
  };
}

/** One piece when it is published, of the day it was decided; what an objection led to stands in its place. */
function appraisalPieces(appraisal: Appraisal): WorkPiece[] {
  const { unit, state, term, steps } = appraisal;
  const outcome = outcomeOf(appraisal);
  const published = steps.find(({ move }) => move === 'publish');
  if (!isPublished(state) || outcome === undefined || published === undefined) return [];
  const adds = { [`ap:${cycleOf(term)}:${outcome.grade}`]: 1 };
  return [{ unit, day: dayOf(published.at), shelf: shelfOf(term.year), adds }];
}

function coveragePieces({ unit: id, months }: CoverageBook, units: Lookup): WorkPiece[] {
  const said = Object.entries(months).sort(([a], [b]) => (a < b ? -1 : 1));
  const visits = said.flatMap(([month, { coverage }]): WorkPiece[] =>
    coverage.visits === 0
      ? []
      : [
          {
            unit: id,
            day: lastOf(month),
            shelf: shelfOf(month.slice(0, 4)),
            adds: { [`hv:${month.slice(5)}`]: coverage.visits },
          },
        ],
  );
  return [
    ...visits.map((piece) => within(piece, units(id))),
    ...stockPieces(
      id,
      said.map(([month, { coverage }]) => [month, coverage]),
      units,
    ),
  ];
}

/** What changes on each day: something else is said, or the unit stands elsewhere and takes along what stood. */
function stockPieces(id: string, said: readonly [string, Coverage][], units: Lookup): WorkPiece[] {
  const unit = units(id);
  if (unit === undefined) return [];
  const first = said[0]?.[0];
  const cuts = first === undefined ? [] : movesOf(unit, units).filter((day) => day > `${first}-01`);
  const stood = new Map<string, number>();
  const pieces: WorkPiece[] = [];
  const events = [
    ...said.map(([month, coverage]) => ({ day: within({ day: lastOf(month) }, unit).day, month, coverage })),
    ...cuts.map((day) => ({ day, month: day.slice(0, 7), coverage: undefined })),
  ].sort((a, b) => (a.day < b.day || (a.day === b.day && a.coverage === undefined) ? -1 : 1));
  for (const { day, month, coverage } of events) {
    if (coverage === undefined) pieces.push(...takenAlong(unit, day, stood));
    else pieces.push(...flows(unit, { day, month }, saidOver(stood, coverage)));
  }
  return pieces;
}

/** The differences to what stood, which is brought up to date. */
function saidOver(stood: Map<string, number>, coverage: Coverage): Sums {
  const differences: Record<string, number> = {};
  for (const [field, name] of Object.entries(STOCKS)) {
    const value = coverage[field as keyof typeof STOCKS];
    differences[name] = value - (stood.get(name) ?? 0);
    stood.set(name, value);
  }
  return differences;
}

/** Out where it stood the day before, in where it stands from the day on; a unit that closes takes out and brings nothing in. */
function takenAlong(unit: Unit, day: Day, stood: ReadonlyMap<string, number>): WorkPiece[] {
  const month = day.slice(0, 7);
  const out = Object.fromEntries([...stood].map(([name, value]) => [name, -value]));
  const taken = flows(unit, { day: addDays(day, -1), month }, out);
  return existsOn(unit, day) ? [...taken, ...flows(unit, { day, month }, Object.fromEntries(stood))] : taken;
}

function flows({ id }: Unit, { day, month }: { day: Day; month: string }, differences: Sums): WorkPiece[] {
  const adds = Object.entries(differences).filter(([, value]) => value !== 0);
  if (adds.length === 0) return [];
  return [
    {
      unit: id,
      day,
      shelf: 'coverage',
      adds: Object.fromEntries(adds.map(([name, value]) => [`${name}:${month}`, value])),
    },
  ];
}

/** A day of the unit's life: a unit that opened or closed within a month says something of its last day in it. */
function within<D extends { day: Day }>(dated: D, unit: Unit | undefined): D {
  if (unit === undefined) return dated;
  const last = unit.closed === undefined ? dated.day : addDays(unit.closed, -1);
  const day = dated.day > last ? last : dated.day;
  return { ...dated, day };
}

/** The last day of a month. */
function lastOf(month: string): Day {
  const next =
    month.slice(5) === '12'
      ? `${Number(month.slice(0, 4)) + 1}-01`
      : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;
  return addDays(`${next}-01`, -1);
}

function shelfOf(year: string): string {
  return `work#${year}`;
}

/** The family, as the tally takes it. Coverage is cut by the past of all that stands above the unit. */
export const workSource: Source<WorkFact, WorkPiece> = {
  kind: 'work',
  stamp: workStamp,
  unitsOf: workUnits,
  pieces: workPieces,
  sumsOf: workSums,
};
