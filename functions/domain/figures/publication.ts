// Figures as they may be published: without counts so small that they could be somebody, and without what would betray those. Of a unit's own figures the
// parts of a whole (初级、中级、高级), of a ranking the units below.
import type { Compared, Figure } from '../reports/content.ts';
import { indicatorOf } from './indicators.ts';
import { hiddenOf, isSmall } from './suppression.ts';

export interface Told extends Compared {
  id: string;
  hidden?: { now: boolean; last: boolean };
}

const YEARS = ['now', 'last'] as const;

/** What is counted in these could be somebody; of sessions, activities and money nobody is small. */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'people',
  'person-times',
  'percent',
  'per-10000',
  'applications',
  'papers',
]);

/** A unit's figures: small ones are hidden, and with them another part of the same whole. */
export function toldFigures(figures: readonly Told[]): Told[] {
  const hidden = { now: new Set<string>(), last: new Set<string>() };
  for (const year of YEARS) {
    const wholes = Map.groupBy(figures, ({ id }) => id.split(':')[0] as string);
    for (const [base, all] of wholes) {
      if (!isOfPeople(base)) continue;
      for (const { id } of all.filter((one) => isSmallFigure(one[year]))) hidden[year].add(id);
      const parts = all.filter(({ id }) => id !== base);
      const total = all.find(({ id }) => id === base)?.[year];
      if (total === undefined || total === null || parts.length === 0) continue;
      const found = hiddenOf(
        parts.map((part) => part[year]?.n ?? 0),
        total.n,
      );
      for (const place of found.cells) hidden[year].add((parts[place] as Told).id);
      if (found.total) hidden[year].add(base);
    }
  }
  return figures.map((one) => without(one, { now: hidden.now.has(one.id), last: hidden.last.has(one.id) }));
}

/** A ranking: the whole, the unit alone and those below it, in this order. */
export function toldRows(id: string, rows: readonly Compared[]): (Compared & Pick<Told, 'hidden'>)[] {
  if (!isOfPeople(id)) return [...rows];
  const [total, ...cells] = rows;
  const hiddenIn = (year: 'now' | 'last') => {
    const found = hiddenOf(
      cells.map((cell) => cell[year]?.n ?? 0),
      total?.[year]?.n ?? 0,
    );
    const rates = rows.flatMap((row, place) => (isSmallFigure(row[year]) ? [place] : []));
    return new Set([...(found.total ? [0] : []), ...[...found.cells].map((place) => place + 1), ...rates]);
  };
  const [now, last] = [hiddenIn('now'), hiddenIn('last')];
  return rows.map((row, place) => without(row, { now: now.has(place), last: last.has(place) }));
}

function isOfPeople(id: string): boolean {
  return OF_PEOPLE.has(indicatorOf(id)?.measure ?? '');
}

/** A share is small where those it is of are few, or those who are left. */
function isSmallFigure(figure: Figure | null): boolean {
  if (figure === null) return false;
  return isSmall(figure.n) || (figure.of !== undefined && (isSmall(figure.of) || isSmall(figure.of - figure.n)));
}

function without<C extends Compared>(one: C, hidden: { now: boolean; last: boolean }): C & Pick<Told, 'hidden'> {
  if (!hidden.now && !hidden.last) return one;
  return { ...one, now: hidden.now ? null : one.now, last: hidden.last ? null : one.last, hidden };
}
