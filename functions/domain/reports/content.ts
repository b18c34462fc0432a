// What a report says, as one text that is hashed and signed: the same facts as of the same instant give the same bytes, whenever it is made. What has become
// known since then never goes into it: it is shown beside it, line by line.
import { canonical } from '../canonical.ts';
import type { Day, Instant } from '../time.ts';
import { nameOn, parentOn, type Unit } from '../units/unit.ts';
import type { Selection } from './report.ts';
import { firstDayOf, lastDayOf, type Months, type Template } from './terms.ts';

/** A count, or a fraction of two counts. */
export interface Figure {
  n: number;
  of?: number | undefined;
}

/** A figure of the report's months, and of the same months of the year before; null: not known. */
export interface Compared {
  now: Figure | null;
  last: Figure | null;
}

/** By indicator. */
export type Values = Readonly<Record<string, Compared>>;

/** A unit of the boundaries of its day. */
export interface Placed {
  id: string;
  name: string;
  parent: string | null;
}

export interface Content extends Selection {
  /** Of this text. */
  format: 1;
  unit: string;
  template: Template;
  months: Months;
  edition: number;
  cutOff: Instant;
  /** Every fact counts where its unit lay on the fact's day. */
  boundaries: 'then';
  /** Indicator → the rule by which it is counted. */
  rules: Readonly<Record<string, string>>;
  /** All whose facts are in it, the report's own unit first, as they lay on the last day of the months. */
  units: readonly Placed[];
  /** The units that are shown one by one. */
  figures: readonly { unit: string; values: Values }[];
}

/** A figure that has become another since the report was made. */
export interface Adjustment {
  unit: string;
  indicator: string;
  frozen: Figure | null;
  now: Figure | null;
  /** Of the counts themselves; missing where one of both is not known. */
  difference?: number;
  /** When the first fact was written that made it another; missing when that is not known. */
  since?: Instant;
}

export function contentText(content: Content): string {
  return canonical(content);
}

/** The content of a text that was frozen. Throws SyntaxError for what is none of ours. */
export function contentFrom(text: string): Content {
  const content: Content = JSON.parse(text);
  if (content.format !== 1) throw new SyntaxError('no format of a report that is known');
  return content;
}

/** How units lay on the last day of some months, by id, the report's own first. One that had closed before is called by its last name, and stands where it stood. */
export function placedOn(units: readonly Unit[], root: string, months: Months): Placed[] {
  const day = lastDayOf(months);
  return units
    .map((unit) => ({
      id: unit.id,
      name: nameOn(unit, day) ?? unit.names[0]?.value ?? '',
      // What lies above the report's own unit is none of its readers' business.
      parent: unit.id === root ? null : parentAt(unit, day),
    }))
    .sort((a, b) => (a.id === root ? -1 : b.id === root ? 1 : a.id < b.id ? -1 : 1));
}

function parentAt(unit: Unit, day: Day): string | null {
  return parentOn(unit, day) ?? unit.parents.findLast(({ from }) => from <= day)?.value ?? null;
}

/** The units that are shown: the report's own, and so many levels of those that lay below it on any day of its months. */
export function shownOf(
  units: readonly Unit[],
  root: string,
  { levels, months }: Pick<Content, 'levels' | 'months'>,
): string[] {
  const [first, last] = [firstDayOf(months), lastDayOf(months)];
  const shown = new Set([root]);
  for (let level = 0, above = new Set(shown); level < levels; level += 1) {
    const below = units.filter((unit) => !shown.has(unit.id) && laysBelow(unit, above, { first, last }));
    above = new Set(below.map(({ id }) => id));
    for (const id of above) shown.add(id);
  }
  return [root, ...[...shown].filter((id) => id !== root).sort()];
}

function laysBelow(unit: Unit, above: ReadonlySet<string>, { first, last }: { first: Day; last: Day }): boolean {
  const life = unit.closed === undefined || unit.closed > first;
  return (
    life &&
    unit.parents.some(({ from, value }, i) => {
      const next = unit.parents[i + 1]?.from;
      const begins = from < unit.opened ? unit.opened : from;
      return value !== null && above.has(value) && begins <= last && (next === undefined || next > first);
    })
  );
}

/** What has become another, unit by unit and indicator by indicator in the report's order. `since` by unit and indicator. */
export function adjustmentsOf(
  { figures, indicators }: Pick<Content, 'figures' | 'indicators'>,
  now: ReadonlyMap<string, Values>,
  since: ReadonlyMap<string, Instant> = new Map(),
): Adjustment[] {
  return figures.flatMap(({ unit, values }) =>
    indicators.flatMap((indicator): Adjustment[] => {
      const frozen = values[indicator]?.now ?? null;
      const later = now.get(unit)?.[indicator]?.now ?? null;
      if (isSame(frozen, later)) return [];
      const at = since.get(placeOf(unit, indicator));
      return [
        {
          ...{ unit, indicator, frozen, now: later },
          ...(frozen === null || later === null ? {} : { difference: later.n - frozen.n }),
          ...(at === undefined ? {} : { since: at }),
        },
      ];
    }),
  );
}

/** A unit's indicator as the name of a place. */
export function placeOf(unit: string, indicator: string): string {
  return `${unit} ${indicator}`;
}

function isSame(a: Figure | null, b: Figure | null): boolean {
  return a === b || (a !== null && b !== null && a.n === b.n && a.of === b.of);
}
