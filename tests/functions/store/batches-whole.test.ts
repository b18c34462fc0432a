import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batches } from '../../../functions/store/batches.ts';
import { batchOf } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
let store: ReturnType<typeof batches>;
let people = 0;

beforeAll(async () => {
  test = await openTestTable();
  store = batches(test.table);
});
afterAll(() => test.close());

/** Somebody whom no other test writes to. */
function somebody(): string {
  people += 1;
  return `person-${String(people).padStart(4, '0')}`;
}

describe('a whole journal', () => {
  const all = async (person: string) => (await store.list(person, new Map(), 200)).batches;

  async function written(count: number): Promise<string> {
    const person = somebody();
    for (let i = 0; i < count; i += 1) await store.put(person, batchOf(i % 2 === 0 ? 'device-a' : '-device', i + 1));
    return person;
  }

  it('is copied under another person, any number of times, over nothing that is there', async () => {
    const [from, to] = [await written(60), somebody()];
    await store.put(to, batchOf('device-a', 1, 2));
    await store.copy(from, to);
    await store.copy(from, to);
    expect(await all(to)).toEqual((await all(from)).map((one) => (one.first === 1 ? batchOf('device-a', 1, 2) : one)));
  });

  it('is moved, batch by batch', async () => {
    const [from, to] = [await written(30), somebody()];
    const before = await all(from);
    await store.move(from, to);
    expect([await all(from), await all(to)]).toEqual([[], before]);
  });

  it('is deleted, and nobody else’s', async () => {
    const [gone, kept] = [await written(30), await written(3)];
    await store.deleteAll(gone);
    expect([await all(gone), (await all(kept)).length]).toEqual([[], 3]);
  });

  it('is deleted with what was acknowledged a moment ago: it is read consistently', async () => {
    const person = await written(1);
    test.spent();
    await store.deleteAll(person);
    // A consistent query costs one unit, an eventual one half; a deletion costs one.
    expect(test.spent()).toEqual({ units: 2, requests: 2 });
  });
});
