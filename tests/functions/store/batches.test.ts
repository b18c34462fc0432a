import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '../../../functions/domain/practice/journal.ts';
import { batches } from '../../../functions/store/batches.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { batch as anyBatch } from '../../support/arbitrary.ts';
import { answer, at, batchOf } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

const NOTHING = new Map<string, number>();
let test: TestTable;
let store: ReturnType<typeof batches>;
let people = 0;

/** Somebody whom no other test writes to. */
function somebody(): string {
  people += 1;
  return `person-${String(people).padStart(4, '0')}`;
}

/** The batch with its answers so many seconds apart. */
function spread(batch: Batch, seconds: number): Batch {
  return { ...batch, entries: batch.entries.map((entry, i) => ({ ...entry, at: at(i * seconds) })) };
}

beforeAll(async () => {
  test = await openTestTable();
  store = batches(test.table);
});
afterAll(() => test.close());

describe('keeping a batch', () => {
  it('writes it once, and knows it again', async () => {
    const person = somebody();
    expect(await store.put(person, batchOf('device-a', 1, 3))).toBe('new');
    expect(await store.put(person, batchOf('device-a', 1, 3))).toBe('same');
    expect((await store.list(person, NOTHING, 10)).batches).toEqual([batchOf('device-a', 1, 3)]);
  });

  it.each([
    ['another answer', { picked: ['B'] }],
    ['other marks', { earned: 0 }],
    ['another time', { at: at(100) }],
    ['another version', { version: 2 }],
    ['another question', { question: 'jc-04-002' }],
    ['another scoring profile', { profile: 'official-2' }],
  ])('refuses %s under a number that is taken, and keeps the first', async (_what, change) => {
    const person = somebody();
    const first = { device: 'device-a', first: 1, entries: [answer()] };
    await store.put(person, first);
    expect(await store.put(person, { ...first, entries: [answer(change)] })).toBe('differs');
    expect(await store.put(person, { ...first, entries: [answer(), answer()] })).toBe('differs');
    expect((await store.list(person, NOTHING, 10)).batches).toEqual([first]);
  });

  it('makes one item of the same batch sent many times at once', async () => {
    const person = somebody();
    const results = await Promise.all(Array.from({ length: 8 }, () => store.put(person, batchOf('device-a', 1, 50))));
    expect(results.filter((result) => result === 'new')).toHaveLength(1);
    expect(results.filter((result) => result === 'same')).toHaveLength(7);
  });

  it('refuses a batch without entries as a fault', async () => {
    await expect(store.put(somebody(), { device: 'device-a', first: 1, entries: [] })).rejects.toThrow('at least one');
  });

  it('gives back every kind of entry as it came, whatever is in a note', async () => {
    await fc.assert(
      fc.asyncProperty(anyBatch, async (batch) => {
        const person = somebody();
        expect(await store.put(person, batch)).toBe('new');
        expect(await store.put(person, structuredClone(batch))).toBe('same');
        expect(await store.list(person, NOTHING, 10)).toEqual({ batches: [batch], more: false });
      }),
      { numRuns: 60 },
    );
  });
});

describe('listing what a caller lacks', () => {
  it('finds nothing where nothing is', async () => {
    expect(await store.list(somebody(), NOTHING, 10)).toEqual({ batches: [], more: false });
  });

  it('leaps over five devices, one of them with many batches', async () => {
    const person = somebody();
    const devices = ['device-1', 'device-2', 'device-3', 'device-4', 'device-5'];
    for (const device of devices) await store.put(person, batchOf(device, 1, 2));
    for (let first = 3; first < 23; first += 2) await store.put(person, batchOf('device-3', first, 2));
    const known = new Map([
      ['device-1', 2],
      ['device-2', 2],
      ['device-3', 20],
      ['device-4', 2],
    ]);
    test.spent();
    const found = await store.list(person, known, 40);
    expect(found).toEqual({ batches: [batchOf('device-3', 21, 2), batchOf('device-5', 1, 2)], more: false });
    expect(test.spent().requests, 'two queries a device and one to end').toBe(11);
  });

  it.each([0, 1, 5])(
    'pages through %i devices and gives each batch once, in the order of its device',
    async (count) => {
      const person = somebody();
      const all = Array.from({ length: count }, (_, d) =>
        [1, 4, 7].map((first) => batchOf(`device-${d}`, first, 3)),
      ).flat();
      for (const batch of all) await store.put(person, batch);
      for (const limit of [1, 2, 3, 7, 15]) {
        const known = new Map<string, number>();
        const got = [];
        let more = true;
        while (more) {
          const page = await store.list(person, known, limit);
          expect(page.batches.length).toBeLessThanOrEqual(limit);
          for (const { device, first, entries } of page.batches) known.set(device, first + entries.length - 1);
          got.push(...page.batches);
          more = page.more;
          expect(page.batches.length > 0 || !more, 'a page that promises more brings something').toBe(true);
        }
        expect(got).toEqual(all);
      }
    },
  );

  it('tells devices apart of which one begins like the other, with - and _ in them', async () => {
    const person = somebody();
    const devices = [
      'dev-aaaa',
      'dev-aaaa-',
      'dev-aaaa-1',
      'dev-aaaa0',
      'dev-aaaaA',
      'dev-aaaa_',
      '-dev-aaaa',
      '_dev-aaaa',
    ];
    for (const device of devices) await store.put(person, batchOf(device, 1));
    const found = await store.list(person, NOTHING, 40);
    expect(found.batches.map((batch) => batch.device).sort()).toEqual([...devices].sort());
    for (const device of devices) {
      const others = new Map(devices.filter((other) => other !== device).map((other) => [other, 1]));
      expect((await store.list(person, others, 40)).batches).toEqual([batchOf(device, 1)]);
    }
  });

  it('tells people apart of whom one’s id begins like the other’s', async () => {
    await store.put('person-prefix', batchOf('device-a', 1));
    await store.put('person-prefix-2', batchOf('device-b', 1));
    expect((await store.list('person-prefix', NOTHING, 10)).batches).toEqual([batchOf('device-a', 1)]);
    expect((await store.list('person-prefix-2', NOTHING, 10)).batches).toEqual([batchOf('device-b', 1)]);
    expect((await store.list('person-pref', NOTHING, 10)).batches).toEqual([]);
  });

  it('keeps the order of numbers up to the last one', async () => {
    const person = somebody();
    for (const first of [9_999_999, 1, 100, 99, 1_000_000]) await store.put(person, batchOf('device-a', first));
    const { batches: found } = await store.list(person, NOTHING, 10);
    expect(found.map((batch) => batch.first)).toEqual([1, 99, 100, 1_000_000, 9_999_999]);
    expect((await store.list(person, new Map([['device-a', 9_999_998]]), 10)).batches).toHaveLength(1);
  });

  it('says more, and skips nothing, where the engine’s own page ends first', async () => {
    const person = somebody();
    const heavy = { kind: 'note' as const, at: at(1), question: 'jc-04-001', text: '注'.repeat(1000) };
    const firsts = [1, 51, 101, 151, 201, 251, 301, 351];
    for (const first of firsts) {
      await store.put(person, { device: 'device-a', first, entries: Array.from({ length: 50 }, () => heavy) });
    }
    await store.put(person, batchOf('device-b', 1));
    const known = new Map<string, number>();
    const got: string[] = [];
    for (let pages = 0, more = true; more && pages < 20; pages += 1) {
      const page = await store.list(person, known, 40);
      expect(JSON.stringify(page).length * 3, 'bytes of an answer').toBeLessThan(6_000_000);
      for (const { device, first, entries } of page.batches) {
        known.set(device, first + entries.length - 1);
        got.push(`${device} ${first}`);
      }
      more = page.more;
    }
    expect(got).toEqual([...firsts.map((first) => `device-a ${first}`), 'device-b 1']);
  });
});

describe('an answer that would be too large', () => {
  it('is cut before it is what a function cannot send, over any number of devices', async () => {
    const person = somebody();
    const heavy = { kind: 'note' as const, at: at(1), question: 'jc-04-001', text: '注'.repeat(1000) };
    const notes = Array.from({ length: 50 }, () => heavy);
    for (let d = 0; d < 40; d += 1) await store.put(person, { device: `device-${d}`, first: 1, entries: notes });
    const known = new Map<string, number>();
    for (let more = true; more; ) {
      const page = await store.list(person, known, 40);
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(4_000_000);
      for (const { device } of page.batches) known.set(device, 50);
      more = page.more;
    }
    expect(known.size).toBe(40);
  });
});

describe('what it costs', () => {
  /** As long as browsers make theirs (12 bytes as base64url), and as the bank's questions are named. */
  const device = 'device-cost-0016';
  const fifty = {
    device,
    first: 1,
    entries: Array.from({ length: 50 }, (_, i) =>
      answer({
        at: at(i * 40),
        question: `jc18-0${10 + i}`,
        picked: ['A', 'C', 'D'],
        earned: 3,
        possible: 4,
      }),
    ),
  };
  const changing = fifty.entries.map((entry, i) => (i < 25 ? entry : { ...entry, profile: 'official-2' }));

  it.each([
    ['with ids as long as ours', 'person-cost-0016', fifty],
    ['with the longest ids the contract takes', 'p'.repeat(64), { ...fifty, device: 'd'.repeat(40) }],
    ['at the change of a scoring profile', 'person-cost-1016', { ...fifty, entries: changing }],
    ['over a week', 'person-cost-2016', spread(fifty, 12_000)],
  ])('keeps 50 answers %s for two write units, and knows them again for no more', async (_what, person, sent) => {
    test.spent();
    await store.put(person, sent);
    expect(test.spent()).toEqual({ units: 2, requests: 1 });
    expect(await store.put(person, sent)).toBe('same');
    expect(test.spent().units).toBeLessThanOrEqual(2);
  });

  it('answers a caller who lacks nothing with two small reads a device', async () => {
    const person = somebody();
    await store.put(person, fifty);
    test.spent();
    await store.list(person, new Map([[fifty.device, 50]]), 40);
    expect(test.spent()).toEqual({ units: 1.5, requests: 3 });
  });
});

describe('a corrupt item', () => {
  const good = { t: at(0), p: 'official-1', e: '0 jc-04-001 1 A 2/2' };

  it.each([
    ['no base', { e: good.e }],
    ['an answer without a scoring profile', { t: good.t, e: good.e }],
    ['a scoring profile that is no text', { ...good, p: 1 }],
    ['a base that is no instant', { ...good, t: 'yesterday' }],
    ['no lines', { t: good.t }],
    ['an empty line', { ...good, e: '' }],
    ['a line of another form', { ...good, e: `${good.e}\nSECRET` }],
    ['a time past all times', { ...good, e: 'zzzzzzzzzzzzzz jc-04-001 1 A 2/2' }],
    ['broken JSON', { ...good, e: '{"kind":"note"' }],
    ['JSON of an unknown kind', { ...good, e: '{"kind":"SECRET","question":"q","at":0}' }],
    ['a note without its question', { ...good, e: '{"kind":"note","text":"SECRET","at":0}' }],
    [
      'a mark that is neither on nor off',
      { ...good, e: '{"kind":"mark","question":"q","mark":"flag","on":"SECRET","at":0}' },
    ],
    ['a setting that is no number', { ...good, e: '{"kind":"setting","name":"streak","value":"2","at":0}' }],
    ['JSON without its time', { ...good, e: '{"kind":"note","question":"q","text":"SECRET"}' }],
  ])('with %s is an error that names its key and not its content', async (_what, body) => {
    const person = somebody();
    await test.plant({ PK: `JOURNAL#${person}`, SK: 'device-a#0000001', ...body });
    const error = await store.list(person, NOTHING, 10).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CorruptItem);
    expect((error as Error).message).toBe(`corrupt item JOURNAL#${person} / device-a#0000001`);
  });

  it.each(['device-a', 'device-a#first', '#0000001'])('under the sort key %s is one too', async (SK) => {
    const person = somebody();
    await test.plant({ PK: `JOURNAL#${person}`, SK, ...good });
    await expect(store.list(person, NOTHING, 10)).rejects.toBeInstanceOf(CorruptItem);
  });
});
