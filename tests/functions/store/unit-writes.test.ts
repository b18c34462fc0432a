import { describe, expect, it } from 'vitest';
import { change } from '../../../functions/domain/units/changes.ts';
import { worldOf } from '../../../functions/domain/units/draft.ts';
import { indexOf } from '../../../functions/domain/units/tree.ts';
import type { Unit } from '../../../functions/domain/units/unit.ts';
import { TooManyWrites } from '../../../functions/store/transactions.ts';
import { entryOf, OPENED, personOf, unitOf } from './builders.ts';
import { fresh, judged, opened, store, stored, useUnits } from './unit-table.ts';

const LATER = '2026-07-01';

useUnits();

describe('a change of several units', () => {
  it('is written as a whole, with its lines', async () => {
    const t = fresh();
    const [root, a, b, town] = ['root', 'a', 'b', 'town'].map((id) => t + id) as [string, string, string, string];
    await opened(unitOf(root, null), unitOf(a, root), unitOf(b, root), unitOf(town, a));
    const units = indexOf((await store.units.getMany([root, a, b, town])).values());
    const outcome = change(worldOf(units), { kind: 'merge', units: [a], into: b }, LATER);
    if (!outcome.ok) throw new Error(outcome.reason);
    const read = await store.units.getMany([root, a, b, town]);
    const changed = outcome.units.map((after) => ({ before: read.get(after.id), after }));
    expect(await store.units.put({ changed, relied: [...read.values()] }, [entryOf(a), entryOf(b)])).toBe('done');
    expect(await store.units.ancestors(town, LATER)).toEqual([town, b, root]);
    expect(await store.units.children(root, LATER)).toEqual([b]);
    expect(await store.units.children(root, '2026-06-30')).toEqual([a, b]);
    expect([(await store.audit.head(a)).seq, (await store.audit.head(b)).seq]).toEqual([1, 1]);
  });

  it('writes nothing, and no line, when one of them was changed meanwhile', async () => {
    const t = fresh();
    const [a, b] = [`${t}a`, `${t}b`];
    await opened(unitOf(a, null), unitOf(b, null));
    const [oldA, oldB] = [await stored(a), await stored(b)];
    await store.units.put({ changed: [{ before: oldB, after: { ...oldB, quota: 1 } }] }, []);
    const changed = [oldA, oldB].map((before) => ({ before, after: { ...before, quota: 2 } }));
    expect(await store.units.put({ changed }, [entryOf(a), entryOf(b)])).toBe('conflict');
    expect(await stored(a)).toEqual(oldA);
    expect((await store.audit.head(a)).seq).toBe(0);
  });

  it('is refused by name when it does not fit into a transaction', async () => {
    const t = fresh();
    const changed = Array.from({ length: 51 }, (_, i) => ({ after: unitOf(`${t}${i}`, null) }));
    await expect(store.units.put({ changed }, [])).rejects.toThrow(TooManyWrites);
    expect(await store.units.put({ changed: changed.slice(1) }, []), 'fifty units and their links').toBe('done');
  });

  it('takes links away that a correction of the past makes void', async () => {
    const t = fresh();
    await opened(unitOf(`${t}a`, null), unitOf(`${t}b`, null), unitOf(`${t}c`, `${t}a`));
    const before = await stored(`${t}c`);
    const after = { ...before, parents: [{ from: OPENED, value: `${t}b` }] };
    expect(await store.units.put({ changed: [{ before, after }] }, [])).toBe('done');
    expect(await store.units.childrenFrom(`${t}a`, OPENED)).toEqual([]);
    expect(await store.units.children(`${t}b`, OPENED)).toEqual([`${t}c`]);
  });
});

describe('laws between units, against writers at the same time', () => {
  it('lets nobody close a unit past a child that was opened meanwhile', async () => {
    const t = fresh();
    await opened(unitOf(t, null));
    const before = await stored(t);
    await opened(unitOf(`${t}child`, t));
    const closing = { changed: [{ before, after: { ...before, closed: LATER } }] };
    expect(await store.units.put(closing, [])).toBe('conflict');
    const again = await stored(t);
    expect(again.version, 'a child is no change of its parent').toBe(before.version);
    expect(await store.units.put({ changed: [{ before: again, after: { ...again, quota: 1 } }] }, [])).toBe('done');
  });

  it('lets nobody close a unit past somebody who began there meanwhile', async () => {
    const t = fresh();
    await opened(unitOf(t, null));
    const before = await stored(t);
    const employments = [{ unit: t, post: 'social-worker' as const, established: false, from: OPENED }];
    expect(await store.people.put({ after: personOf(`${t}p`, { employments }) }, [])).toBe('done');
    expect(await store.units.put({ changed: [{ before, after: { ...before, closed: LATER } }] }, [])).toBe('conflict');
  });

  it('lets nobody open a unit below one that is closed, closing, unknown or not yet there', async () => {
    const t = fresh();
    await opened(unitOf(t, null, { closed: LATER }));
    const under = (parent: string, dates: Partial<Unit>) => ({ changed: [{ after: unitOf(`${t}c`, parent, dates) }] });
    expect(await store.units.put(under(t, {}), [])).toBe('conflict');
    expect(await store.units.put(under('nowhere', { closed: LATER }), [])).toBe('conflict');
    const early = { opened: '2025-01-01', parents: [{ from: '2025-01-01', value: t }], closed: LATER };
    expect(await store.units.put(under(t, early), [])).toBe('conflict');
    expect(await store.units.put(under(t, { closed: LATER }), [])).toBe('done');
  });

  it('lets one of two moves through that together would make a circle', async () => {
    const t = fresh();
    const [root, a, b, c, d] = ['root', 'a', 'b', 'c', 'd'].map((id) => t + id) as [
      string,
      string,
      string,
      string,
      string,
    ];
    await opened(unitOf(root, null), unitOf(a, root), unitOf(b, root), unitOf(c, b), unitOf(d, a));
    const ids = [root, a, b, c, d];
    const relied = [...(await store.units.getMany(ids)).values()];
    const moves = await Promise.all([
      judged(ids, { kind: 'move', unit: a, parent: c }, LATER),
      judged(ids, { kind: 'move', unit: b, parent: d }, LATER),
    ]);
    const done = await Promise.all(moves.map((changed) => store.units.put({ changed, relied }, [])));
    expect(done.sort()).toEqual(['conflict', 'done']);
    expect((await store.units.ancestors(d, LATER)).at(-1)).toBe(root);
  });

  it('lets many open below one parent at once', async () => {
    const t = fresh();
    await opened(unitOf(t, null));
    const ids = Array.from({ length: 20 }, (_, i) => `${t}c${i}`);
    await Promise.all(ids.map((id) => opened(unitOf(id, t))));
    expect(await store.units.children(t, LATER)).toHaveLength(20);
    expect((await stored(t)).joined).toBe(20);
  });
});
