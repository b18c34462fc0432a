// What another key would change, as far as the statistics tell, and what is wrong with a key. Pure.
import type { PapersWords } from '../../../../words/zh-papers.ts';
import { type Keyed, keyOf } from '../item-card.tsx';
import type { Item } from '../statistics/items.ts';

export interface Wish {
  kind: 'key' | 'credit';
  key: readonly string[];
}

/** What is wrong with a wished key; undefined when it can be sent. */
export function keyFault({ kind, key }: Wish, item: Omit<Keyed, 'n'>, { corrections: { faults } }: PapersWords) {
  if (kind === 'credit') return undefined;
  if (key.length === 0) return faults.none;
  if (item.kind === 'single' && key.length !== 1) return faults.single;
  if (item.kind === 'multiple' && key.length < 2) return faults.multiple;
  return [...key].sort().join() === [...keyOf(item)].sort().join() && !item.correction?.credited
    ? faults.same
    : undefined;
}

/** What will happen, in sentences. Who chose what is counted option by option: for a single question that is exactly whose marks change. */
export function effectText(
  { kind, key }: Wish,
  { item, counted }: { item: Omit<Keyed, 'n'>; counted: Item | undefined },
  w: PapersWords,
): string {
  const said = [w.corrections.tell(item.version, counted?.asked ?? 0)];
  if (counted === undefined || counted.asked === 0) return said.join('');
  const chosen = (ids: readonly string[]) =>
    counted.options.filter(({ id }) => ids.includes(id)).reduce((sum, option) => sum + option.chosen, 0);
  if (kind === 'credit') said.push(w.corrections.credit(Math.round(counted.asked * (1 - (counted.facility ?? 0)))));
  if (kind === 'key' && item.kind === 'single' && key.length === 1) {
    said.push(w.corrections.gains(chosen(key)), w.corrections.losses(chosen(keyOf(item))));
  }
  return said.join('');
}
