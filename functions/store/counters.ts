// The figures of units: a counter for each shelf and part, added to by the tally alone. What it costs to read them does not depend on how many facts stand
// behind them.
import type { Addition, Part } from '../domain/figures/additions.ts';
import type { Sums } from '../domain/statistics/item-sums.ts';
import { getItems } from './batch-get.ts';
import { figureKeys } from './figure-keys.ts';
import { itemsIn } from './ranges.ts';
import type { Table } from './table.ts';
import { type Delta, figuresIn } from './tally.ts';

/** Sums by shelf; a shelf on which nothing stands is empty. */
export type Figures = Record<string, Sums>;

export function counters(table: Table) {
  async function ofMany(
    units: readonly string[],
    shelves: readonly string[],
    part: Part,
  ): Promise<Map<string, Figures>> {
    const [ids, names] = [[...new Set(units)], [...new Set(shelves)]];
    const items = await getItems(
      table,
      ids.flatMap((unit) => names.map((shelf) => figureKeys.counter(unit, shelf, part))),
    );
    const held = new Map(items.map((item) => [`${item.PK} ${item.SK}`, figuresIn(item)]));
    const sums = (unit: string, shelf: string) => {
      const { PK, SK } = figureKeys.counter(unit, shelf, part);
      return held.get(`${PK} ${SK}`) ?? {};
    };
    return new Map(ids.map((unit) => [unit, Object.fromEntries(names.map((shelf) => [shelf, sums(unit, shelf)]))]));
  }

  return {
    /** What an addition adds to its counter. */
    delta: ({ unit, shelf, part, sums }: Addition): Delta => ({ key: figureKeys.counter(unit, shelf, part), sums }),

    /** The figures of a unit's shelves; consistent. */
    async of(unit: string, shelves: readonly string[], part: Part): Promise<Figures> {
      return (await ofMany([unit], shelves, part)).get(unit) ?? {};
    },

    /** The figures of several units' shelves, by unit; consistent. */
    ofMany,

    /** All counters of a unit, for recounts; consistent. */
    async all(unit: string): Promise<Addition[]> {
      const found: Addition[] = [];
      const { PK } = figureKeys.counter(unit, '', '');
      for await (const item of itemsIn(table, { PK, prefix: '', after: ' ', consistent: true })) {
        const at = item.SK.lastIndexOf('#');
        found.push({ unit, shelf: item.SK.slice(0, at), part: item.SK.slice(at + 1) as Part, sums: figuresIn(item) });
      }
      return found;
    },
  };
}
