// Items of the mock bank for what was drawn from it: in the version that was drawn, whatever the bank holds by now.

import type { PoolItem } from '../domain/papers/assemble.ts';
import type { Blueprint } from '../domain/papers/blueprint.ts';
import type { ItemRef } from '../domain/papers/set-paper.ts';
import type { MockItem, MockSubject } from '../domain/questions/mock.ts';
import type { GradingDeps } from './deps.ts';

type ItemDeps = Pick<GradingDeps, 'mockBank'> & { store: Pick<GradingDeps['store'], 'mockItems'> };

/** The items of a paper in its order. Throws when one is nowhere: what was asked is kept before anybody is asked it. */
export async function itemsFor(deps: ItemDeps, subject: string, refs: readonly ItemRef[]): Promise<MockItem[]> {
  const known = new Map((await deps.mockBank.subject(subject))?.items.map((item) => [nameOf(item), item]));
  const lacking = refs.filter((ref) => !known.has(nameOf(ref)));
  if (lacking.length > 0) for (const item of await deps.store.mockItems.get(lacking)) known.set(nameOf(item), item);
  return refs.map((ref) => {
    const item = known.get(nameOf(ref));
    if (item === undefined) throw new Error(`mock item ${nameOf(ref)} is neither in the bank nor kept`);
    return item;
  });
}

function nameOf({ id, version }: ItemRef): string {
  return `${id}.${version}`;
}

/** Releases that this process keeps or has kept, for each table. */
const kept = new WeakMap<object, Map<string, Promise<void>>>();

/**
 * Keeps the items of a subject, so that an attempt finds the version it was asked when the bank has gone on. Once for a process and release, however many
 * start at once.
 */
export function keepItems(
  { store }: ItemDeps,
  { id, items }: MockSubject,
  digest: (text: string) => Promise<string>,
): Promise<void> {
  const known = kept.get(store.mockItems) ?? new Map<string, Promise<void>>();
  kept.set(store.mockItems, known);
  const names = items.map(nameOf).join(' ');
  const before = known.get(names);
  if (before !== undefined) return before;
  const keeping = digest(names).then((release) => store.mockItems.keep(items, { subject: id, release }));
  known.set(names, keeping);
  keeping.catch(() => known.delete(names));
  return keeping;
}

/** What a paper is drawn from. */
export function poolOf({ items }: MockSubject): PoolItem[] {
  return items.map(({ id, version, kind, chapter, difficulty }) => ({ id, version, kind, chapter, difficulty }));
}

/** The blueprint of a form that a subject is sat by now: the last of the list. */
export async function blueprintFor(
  { mockBank }: Pick<GradingDeps, 'mockBank'>,
  { form }: MockSubject,
  paper: Blueprint['form'],
): Promise<Blueprint | undefined> {
  const fitting = (await mockBank.blueprints()).filter((one) => one.form === paper && one.answered === form);
  return fitting.at(-1);
}
