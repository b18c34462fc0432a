// What a person's practice of a year adds to the figures of units (shelf `practice#<year>`): as counts alone. One fact is one person, so whoever works at two
// units is one candidate above both, and a question they answered is one there.
import type { Piece, Shelves } from '../figures/additions.ts';
import { movesOf } from '../figures/moves.ts';
import type { Source } from '../figures/source.ts';
import { monthIn, patternOf, periodsOf } from '../participation/scopes.ts';
import type { Day } from '../time.ts';
import type { Lookup } from '../units/tree.ts';
import type { Done, PractisedDay, PractisedYear } from './practised.ts';

/** What was done on some days of a month at which somebody worked at the same units, and those stood at the same places. `day` is the first of them. */
export interface PracticePiece extends Piece, Done {}

const NOTHING: Done = { q: 0, k: 0, x: 0, p: 0 };

/** The same days give a piece at each unit: by their first day they are known to be the same. A day at no unit counts at none. */
export function practicePieces({ days }: Pick<PractisedYear, 'days'>, units: Lookup): PracticePiece[] {
  const cuts = new Map(unitsIn(days).map((id) => [id, cutsOf(id, units)]));
  const groups = new Map<string, { first: Day; units: readonly string[]; done: Done }>();
  for (const { day, units: at, q, k, x, p } of days) {
    const places = at.map((id) => `${id} ${cuts.get(id)?.filter((cut) => cut <= day).length}`);
    const name = [monthIn(day), ...places].join(' ');
    const { first, done } = groups.get(name) ?? { first: day, done: NOTHING };
    const sum = { q: done.q + q, k: done.k + k, x: done.x + x, p: done.p + p };
    groups.set(name, { first: first < day ? first : day, units: at, done: sum });
  }
  return [...groups.values()].flatMap(({ first, units: at, done }) =>
    at.map((unit): PracticePiece => ({ unit, day: first, ...done })),
  );
}

/**
 * Names of shelf `practice#<year>`, by month `01` to `12`: `q:<MM>` questions answered · `k:<MM>` mock papers, neither offline nor voided · `x:<MM>`
 * half-points earned and `p:<MM>` possible, of those that are marked to the end. `n:<period>`: distinct people who answered a question or sat a paper,
 * not additive. Of shelf `practice#<year>#people`: pattern of months → people who did so in exactly those.
 */
export function practiceSums(pieces: readonly PracticePiece[]): Shelves {
  const shelves: Record<string, Record<string, number>> = {};
  const months = new Map<string, Set<string>>();
  for (const { day, q, k, x, p } of new Map(pieces.map((piece) => [piece.day, piece])).values()) {
    const [year, month] = [day.slice(0, 4), monthIn(day)];
    const sums = shelfOf(shelves, `practice#${year}`);
    for (const [name, value] of Object.entries({ q, k, x, p })) add(sums, `${name}:${month}`, value);
    if (q === 0 && k === 0) continue;
    months.set(year, (months.get(year) ?? new Set()).add(month));
  }
  for (const [year, active] of months) {
    for (const period of periodsOf(active)) add(shelfOf(shelves, `practice#${year}`), `n:${period}`, 1);
    add(shelfOf(shelves, `practice#${year}#people`), patternOf(active), 1);
  }
  return shelves;
}

function shelfOf(shelves: Record<string, Record<string, number>>, name: string): Record<string, number> {
  const sums = shelves[name] ?? {};
  shelves[name] = sums;
  return sums;
}

function add(sums: Record<string, number>, name: string, value: number): void {
  if (value !== 0) sums[name] = (sums[name] ?? 0) + value;
}

function cutsOf(id: string, units: Lookup): Day[] {
  const unit = units(id);
  return unit === undefined ? [] : movesOf(unit, units);
}

function unitsIn(days: readonly PractisedDay[]): string[] {
  return [...new Set(days.flatMap(({ units }) => units))];
}

/** The family, as the tally takes it. Somebody practises many times a day: of each day the history keeps what was known at its end. */
export const practiceSource = {
  kind: 'practised',
  daily: true,
  stamp: ({ version, at }) => ({ version, at }),
  unitsOf: ({ days }) => unitsIn(days),
  pieces: practicePieces,
  sumsOf: practiceSums,
} satisfies Source<PractisedYear, PracticePiece> as unknown as Source;
