import type { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { CorruptItem, TableBusy } from '../../../functions/store/table.ts';
import { OPENED, unitOf } from './builders.ts';
import { fresh, judged, opened, store, stored, test, useUnits } from './unit-table.ts';

const LATER = '2026-07-01';

useUnits();

describe('a unit', () => {
  it('comes back as it was written', async () => {
    const id = fresh();
    const after = unitOf(id, null, { quota: 3, contacts: { address: '环城路 1 号' }, closed: '2027-01-01' });
    await opened(after);
    expect(await store.units.get(id)).toEqual({ ...after, joined: 0 });
    expect(await store.units.get('nowhere')).toBeUndefined();
  });

  it('is not opened over another one', async () => {
    const id = fresh();
    await opened(unitOf(id, null));
    expect(await store.units.put({ changed: [{ after: unitOf(id, null, { quota: 9 }) }] }, [])).toBe('conflict');
    expect(await stored(id)).not.toHaveProperty('quota');
  });

  it.each(['ROOT', 'NONE'])('cannot be called %s', async (id) => {
    const put = async () => store.units.put({ changed: [{ after: unitOf(id, null) }] }, []);
    await expect(put()).rejects.toThrow('no unit');
  });

  it('is changed by one of two writers who read the same version', async () => {
    const id = fresh();
    await opened(unitOf(id, null));
    const before = await stored(id);
    const writers = [1, 2].map((quota) => store.units.put({ changed: [{ before, after: { ...before, quota } }] }, []));
    expect((await Promise.all(writers)).sort()).toEqual(['conflict', 'done']);
    expect((await stored(id)).version).toBe(2);
  });

  it('gets the next version even from a caller who forgot it', async () => {
    const id = fresh();
    await opened(unitOf(id, null));
    const before = await stored(id);
    await store.units.put({ changed: [{ before, after: { ...before, version: before.version } }] }, []);
    expect((await stored(id)).version).toBe(2);
  });

  it.each([
    ['no version', { version: undefined }],
    ['no names', { names: undefined }],
    ['another id', { id: 'SECRET' }],
  ])('with %s is an error that names its key and not its content', async (_what, broken) => {
    const id = fresh();
    await test.plant({ PK: `UNIT#${id}`, SK: 'UNIT', ...unitOf(id, null), joined: 0, ...broken });
    await expect(store.units.get(id)).rejects.toThrow(new CorruptItem({ PK: `UNIT#${id}`, SK: 'UNIT' }));
  });
});

describe('many units', () => {
  it('come by their ids in parts of a hundred, each once, without those that are not there', async () => {
    const t = fresh();
    const ids = Array.from({ length: 130 }, (_, i) => `${t}${i}`);
    await Promise.all(ids.map((id) => opened(unitOf(id, null))));
    test.spent();
    const found = await store.units.getMany([...ids, ...ids, 'nowhere']);
    expect([...found.keys()].sort()).toEqual([...ids].sort());
    expect(test.spent().requests).toBe(2);
    expect((await store.units.getMany([])).size).toBe(0);
  });

  it('are asked for again when the table leaves some unprocessed, and then the table is busy', async () => {
    const t = fresh();
    await opened(unitOf(`${t}a`, null), unitOf(`${t}b`, null));
    const held = heldBack();
    held.times = 2;
    test.waits.length = 0;
    expect([...(await store.units.getMany([`${t}a`, `${t}b`])).keys()].sort()).toEqual([`${t}a`, `${t}b`]);
    expect(test.waits).toEqual([25, 75]);
    held.times = 9;
    await expect(store.units.getMany([`${t}a`, `${t}b`])).rejects.toBeInstanceOf(TableBusy);
    held.times = 0;
  });

  /** Makes the engine leave the last key of a request unprocessed, so many times. */
  function heldBack(): { times: number } {
    const held = { times: 0 };
    test.table.doc.middlewareStack.add(
      (next) => async (args) => {
        const { RequestItems: asked } = args.input as BatchGetCommand['input'];
        const [name, part] = Object.entries(asked ?? {})[0] ?? [];
        const last = part?.Keys?.at(-1);
        if (name === undefined || last === undefined || held.times === 0) return next(args);
        held.times -= 1;
        const kept = { ...args.input, RequestItems: { [name]: { ...part, Keys: part?.Keys?.slice(0, -1) } } };
        const left = { [name]: { Keys: [last] } };
        const isOnlyOne = part?.Keys?.length === 1;
        if (isOnlyOne) return { response: {}, output: { $metadata: {}, Responses: {}, UnprocessedKeys: left } };
        const done = await next({ ...args, input: kept });
        return { ...done, output: { ...done.output, UnprocessedKeys: left } };
      },
      { step: 'initialize', name: 'heldBack', priority: 'high' },
    );
    return held;
  }
});

describe('children', () => {
  it('are those of the day, and those from a day on', async () => {
    const t = fresh();
    const [a, b, child] = [`${t}a`, `${t}b`, `${t}child`];
    await opened(unitOf(a, null), unitOf(b, null), unitOf(child, a));
    const moved = await judged([a, b, child], { kind: 'move', unit: child, parent: b }, LATER);
    expect(await store.units.put({ changed: moved }, [])).toBe('done');
    expect(await store.units.children(a, '2026-06-30')).toEqual([child]);
    expect(await store.units.children(b, '2026-06-30')).toEqual([]);
    expect(await store.units.children(a, LATER)).toEqual([]);
    expect(await store.units.children(b, LATER)).toEqual([child]);
    expect(await store.units.childrenFrom(b, OPENED)).toEqual([child]);
    expect(await store.units.childrenFrom(a, LATER)).toEqual([]);
    expect(await store.units.children(a, '2025-12-31')).toEqual([]);
  });

  it('keep apart units of which one’s id begins like the other’s', async () => {
    const t = fresh();
    const ids = [`${t}11`, `${t}110`, `${t}1`, `${t}11-`];
    await opened(...ids.map((id) => unitOf(id, null)));
    await opened(...ids.map((id) => unitOf(`${id}x`, id)), unitOf(`${t}11x0`, `${t}11`));
    expect(await store.units.children(`${t}11`, LATER)).toEqual([`${t}11x`, `${t}11x0`]);
    for (const id of [`${t}110`, `${t}1`, `${t}11-`]) expect(await store.units.children(id, LATER)).toEqual([`${id}x`]);
    expect(await store.units.ancestors(`${t}110x`, LATER)).toEqual([`${t}110x`, `${t}110`]);
  });

  it('of no parent are the roots', async () => {
    const id = fresh();
    await opened(unitOf(id, null));
    expect(await store.units.children(null, LATER)).toContain(id);
    expect(await store.units.children(null, '2025-12-31')).not.toContain(id);
  });

  it('are all found where the engine’s own page ends first', async () => {
    const t = fresh();
    const ids = Array.from({ length: 12 }, (_, i) => `${t}${String(i).padStart(2, '0')}`);
    for (const child of ids) {
      const SK = `CHILD#${child}#${OPENED}`;
      await test.plant({ PK: `UNIT#${t}`, SK, child, from: OPENED, pad: 'x'.repeat(150_000) });
    }
    test.spent();
    expect(await store.units.children(t, LATER)).toEqual(ids);
    expect(test.spent().requests).toBeGreaterThan(1);
  });

  it('name the key of a corrupt link', async () => {
    const t = fresh();
    await test.plant({ PK: `UNIT#${t}`, SK: 'CHILD#a#2026-01-01', child: 'a' });
    await expect(store.units.children(t, LATER)).rejects.toBeInstanceOf(CorruptItem);
  });
});

describe('the way up', () => {
  it('differs before and after a move', async () => {
    const t = fresh();
    const [root, a, b, town] = ['root', 'a', 'b', 'town'].map((id) => t + id) as [string, string, string, string];
    await opened(unitOf(root, null), unitOf(a, root), unitOf(b, root), unitOf(town, a));
    const changed = await judged([root, a, b, town], { kind: 'move', unit: town, parent: b }, LATER);
    await store.units.put({ changed }, []);
    expect(await store.units.ancestors(town, '2026-06-30')).toEqual([town, a, root]);
    expect(await store.units.ancestors(town, LATER)).toEqual([town, b, root]);
    expect((await store.units.path(town, LATER)).map(({ names }) => names[0]?.value)).toHaveLength(3);
  });

  it('is empty for what is unknown or not there on that day', async () => {
    const id = fresh();
    await opened(unitOf(id, null, { closed: LATER }));
    expect(await store.units.ancestors('nowhere', LATER)).toEqual([]);
    expect(await store.units.ancestors(id, '2025-12-31')).toEqual([]);
    expect(await store.units.ancestors(id, LATER)).toEqual([]);
  });

  it('ends in an error where a link leads nowhere, in a circle, or too deep', async () => {
    const t = fresh();
    const plant = (id: string, parent: string) =>
      test.plant({ PK: `UNIT#${id}`, SK: 'UNIT', ...unitOf(id, parent), joined: 0 });
    await plant(`${t}lost`, 'nowhere');
    await expect(store.units.ancestors(`${t}lost`, LATER)).rejects.toMatchObject({ fault: 'broken-link' });
    await plant(`${t}a`, `${t}b`);
    await plant(`${t}b`, `${t}a`);
    await expect(store.units.ancestors(`${t}a`, LATER)).rejects.toMatchObject({ fault: 'cycle' });
    for (let i = 0; i < 20; i += 1) await plant(`${t}${i}`, `${t}${i + 1}`);
    test.spent();
    await expect(store.units.ancestors(`${t}0`, LATER)).rejects.toBeInstanceOf(CorruptItem);
    expect(test.spent().requests).toBe(12);
  });
});

describe('what it costs', () => {
  it('finds the way up from a township station with a get for each unit on it', async () => {
    const t = fresh();
    const chain = ['province', 'city', 'county', 'town', 'station'].map((id) => t + id);
    for (const [i, id] of chain.entries()) await opened(unitOf(id, chain[i - 1] ?? null));
    test.spent();
    expect(await store.units.ancestors(`${t}station`, LATER)).toEqual(chain.toReversed());
    expect(test.spent()).toEqual({ units: 5, requests: 5 });
  });

  it('lists 192 children with one small query', async () => {
    const t = fresh();
    await opened(unitOf(t, null));
    const ids = Array.from({ length: 192 }, (_, i) => `${t}${String(i).padStart(4, '0')}-station`);
    for (let i = 0; i < ids.length; i += 32) {
      const changed = ids.slice(i, i + 32).map((id) => ({ after: unitOf(id, t) }));
      expect(await store.units.put({ changed }, [])).toBe('done');
    }
    test.spent();
    expect(await store.units.children(t, LATER)).toEqual(ids);
    const { units, requests } = test.spent();
    expect(requests).toBe(1);
    expect(units).toBeLessThanOrEqual(6);
  });
});
