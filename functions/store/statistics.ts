// Item statistics as running sums: a counter for each item, version and form of paper in a scope, added to by the tally alone. All items of a scope are
// one query, however many attempts stand behind them.
import type { PaperForm } from '../domain/papers/blueprint.ts';
import type { ItemSums } from '../domain/statistics/counted.ts';
import { mockKeys } from './mock-keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Delta, figuresIn } from './tally.ts';

export function statistics(table: Table) {
  return {
    /** What an item's sums add to its counter. */
    delta: ({ scope, question, version, form, sums }: ItemSums): Delta => ({
      key: mockKeys.statistics(scope, { question, version, form }),
      sums,
    }),

    /** The sums of all items of a scope (a subject's id, or `paperScope` of a set paper), in the order of their ids, versions and forms. */
    async ofScope(scope: string): Promise<ItemSums[]> {
      const found: ItemSums[] = [];
      const { PK } = mockKeys.statistics(scope, { question: '', version: 0, form: '' });
      for await (const item of itemsIn(table, { PK, prefix: '', after: ' ' })) found.push(read(scope, item));
      return found.filter(({ sums }) => (sums.n ?? 0) > 0);
    },
  };
}

function read(scope: string, item: Item): ItemSums {
  const [question = '', version, form] = item.SK.split('#');
  if (!Number.isInteger(Number(version)) || (form !== 'official' && form !== 'short')) throw new CorruptItem(item);
  return { scope, question, version: Number(version), form: form as PaperForm, sums: figuresIn(item) };
}
