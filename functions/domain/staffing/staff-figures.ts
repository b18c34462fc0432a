// Who is at work under a unit, as what and with which certificate (shelf `staff`): stocks, kept as flows by month, so that what stands at the end of a month
// is the sum of all flows up to it. One fact is one person, so whoever works twice below a unit counts there once.
import type { Piece, Shelves } from '../figures/additions.ts';
import { movesOf } from '../figures/moves.ts';
import type { Source } from '../figures/source.ts';
import type { Person } from '../people/person.ts';
import type { Day, Instant } from '../time.ts';
import type { Lookup } from '../units/tree.ts';
import { heldCertificates, newlyCertified, type Stretch, standingOn, turningDays } from './standing.ts';

/** A person as figures of staff count them. */
export interface StaffFact extends Pick<Person, 'employments' | 'certificates'> {
  version: number;
  at: Instant;
}

/** A stretch of days at one unit, which stands at one place in the tree all the while: from `day` up to and without `to`. */
export interface StaffPiece extends Piece, Omit<Stretch, 'from'> {}

const STAFF_SHELF = 'staff';

/** Figures begin here: what was before stands under the month before, so that a shelf does not grow with everybody's past. */
const FIRST_MONTH = '2016-01';
const BEFORE = '2015-12';

/** The pieces of a person: an employment is cut where its unit comes to stand elsewhere. */
export function staffPieces({ employments, certificates }: StaffFact, units: Lookup): StaffPiece[] {
  const held = heldCertificates(certificates);
  return employments.flatMap(({ unit: id, post, established, from, to }) => {
    if (to !== undefined && to <= from) return [];
    const unit = units(id);
    const cuts = unit === undefined ? [] : movesOf(unit, units);
    const inside = cuts.filter((day) => from < day && (to === undefined || day < to));
    const starts = [from, ...inside];
    return starts.map((day, i): StaffPiece => {
      const end = starts[i + 1] ?? to;
      return { unit: id, day, ...(end && { to: end }), post, established, certificates: held };
    });
  });
}

/**
 * Names of shelf `staff`, flows by month: `w:<YYYY-MM>:<post>` at work · `e:<YYYY-MM>` on the establishment (编制) · `c:<YYYY-MM>:<level>:<post>` at work with
 * a certificate, by the highest (持证在岗) · `r:<YYYY-MM>:<level>` at work with a valid registration, by the highest (登记). Beside them
 * `new:<YYYY-MM>:<level>`: certified for the first time at a level, while at work.
 */
export function staffSums(pieces: readonly StaffPiece[]): Shelves {
  const stretches = pieces.map(({ day, ...rest }): Stretch => ({ from: day, ...rest }));
  const sums: Record<string, number> = {};
  const add = (name: string, value: number) => {
    sums[name] = (sums[name] ?? 0) + value;
  };
  let stood: [string, string][] = [];
  for (const day of turningDays(stretches)) {
    const stands = standingOn(stretches, day);
    for (const [measure, part] of stood) add(flowName(measure, day, part), -1);
    for (const [measure, part] of stands) add(flowName(measure, day, part), 1);
    stood = stands;
  }
  for (const { level, day } of newlyCertified(stretches)) {
    if (day.slice(0, 7) >= FIRST_MONTH) add(flowName('new', day, level), 1);
  }
  return { [STAFF_SHELF]: Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0)) };
}

function flowName(measure: string, day: Day, part: string): string {
  const month = day.slice(0, 7) < FIRST_MONTH ? BEFORE : day.slice(0, 7);
  return part === '' ? `${measure}:${month}` : `${measure}:${month}:${part}`;
}

/** The family, as the tally takes it. */
export const staffSource = {
  kind: 'staff',
  stamp: ({ version, at }) => ({ version, at }),
  unitsOf: ({ employments }) => [...new Set(employments.map(({ unit }) => unit))],
  pieces: staffPieces,
  sumsOf: staffSums,
} satisfies Source<StaffFact, StaffPiece> as unknown as Source;
