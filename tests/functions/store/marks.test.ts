import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mark } from '../../../functions/store/marks.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { at, NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
let store: Store;
beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

const SESSION = 'course-1-001';

function mark(change: Partial<Mark> = {}): Mark {
  const usual = { session: SESSION, person: 'person-1', n: 1, kind: 'in', at: NOON, receivedAt: NOON, how: 'scan' };
  return { ...usual, request: 'request-1', asked: 'asked', ...change } as Mark;
}

describe('a mark', () => {
  it('is put under its number once: of two with one number the second is told', async () => {
    const person = 'person-of-two';
    const both = await Promise.all([store.marks.put(mark({ person })), store.marks.put(mark({ person, kind: 'out' }))]);
    expect(both.sort()).toEqual(['done', 'taken']);
    expect(await store.marks.ofPerson(SESSION, person)).toHaveLength(1);
  });

  it('uses a scan up, or is not put', async () => {
    const person = 'person-of-scan';
    const ticket = { session: SESSION, kind: 'in', step: 1, at: NOON, device: 'phone' } as const;
    await store.scans.put('scan-1', ticket);
    expect(await store.marks.put(mark({ person, scan: 'scan-1' }))).toBe('done');
    expect(await store.scans.get(SESSION, 'scan-1')).toBeUndefined();
    expect(await store.marks.put(mark({ person, n: 2, scan: 'scan-1' }))).toBe('used');
    expect(await store.marks.ofPerson(SESSION, person)).toHaveLength(1);
  });

  it('is delivered once under a device’s number', async () => {
    const relay = { device: 'device-1', seq: 7 };
    expect(await store.marks.put(mark({ person: 'person-a' }), { relay })).toBe('done');
    expect(await store.marks.put(mark({ person: 'person-b' }), { relay })).toBe('delivered');
    const delivered = await store.marks.delivered(SESSION, 'device-1');
    expect([...delivered]).toEqual([[7, { person: 'person-a', n: 1, body: `person-a in ${NOON}` }]]);
  });

  it('costs one unit without, and two with an arrival', async () => {
    test.spent();
    await store.marks.put(mark({ person: 'person-cheap', kind: 'out' }));
    const { units: out } = test.spent();
    const arrival = { session: SESSION, at: NOON, startsAt: NOON, endsAt: at(3600) };
    await store.marks.put(mark({ person: 'person-cheap', n: 2 }), { arrival });
    const { units: into } = test.spent();
    expect([out, into]).toEqual([1, 2]);
    expect(await store.marks.arrivals('person-cheap')).toEqual([arrival]);
  });
});

describe('a list of marks', () => {
  it('holds those past one person and up to another', async () => {
    const session = 'course-2-001';
    for (const person of ['a-person', 'b-person', 'b-person-2', 'c-person']) {
      for (const n of [1, 2]) await store.marks.put(mark({ session, person, n }));
    }
    const of = (marks: Mark[]) => marks.map(({ person, n }) => `${person} ${n}`);
    const range = { after: 'a-person', until: 'b-person-2' };
    expect(of(await store.marks.between(session, range))).toEqual([
      'b-person 1',
      'b-person 2',
      'b-person-2 1',
      'b-person-2 2',
    ]);
    expect(of(await store.marks.between(session, { after: 'b-person-2' }))).toEqual(['c-person 1', 'c-person 2']);
    expect(await store.marks.between(session, {})).toEqual(await store.marks.ofSession(session));
  });

  it('stops at a corrupt one, and names its key', async () => {
    await test.plant({ PK: 'SESSION#course-3-001', SK: 'MARK#person-1#0001', person: 'person-1' });
    await expect(store.marks.ofSession('course-3-001')).rejects.toThrow(CorruptItem);
  });
});

describe('a door', () => {
  it('has one secret, whoever opens it first', async () => {
    const door = { session: 'course-4-001', openedAt: NOON, by: 'trainer-1' };
    const doors = await Promise.all(['secret-a', 'secret-b'].map((secret) => store.doors.open({ ...door, secret })));
    expect(new Set(doors.map(({ secret }) => secret)).size).toBe(1);
  });

  it('takes one of two windows that are opened at once', async () => {
    const door = await store.doors.open({ session: 'course-5-001', secret: 's', openedAt: NOON, by: 'trainer-1' });
    const window = { from: NOON, until: at(300) };
    const both = await Promise.all(['w-1', 'w-2'].map((id) => store.doors.addWindow(door, { id, ...window })));
    expect(both.sort()).toEqual([false, true]);
    expect((await store.doors.get('course-5-001'))?.windows).toHaveLength(1);
  });
});

describe('tries', () => {
  it('are counted by the minute, and many at once gain nothing', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => store.scans.countTry('person-1', NOON, 5)));
    expect(tries.filter(Boolean)).toHaveLength(5);
    expect(await store.scans.countTry('person-1', at(60), 5)).toBe(true);
  });
});

describe('an excuse', () => {
  it('is written on the version that was read', async () => {
    const excuse = { session: SESSION, person: 'person-1', state: 'asked', steps: [], version: 1 } as const;
    expect(await store.excuses.put(excuse, [])).toBe('done');
    expect(await store.excuses.put(excuse, [])).toBe('conflict');
    const next = { ...excuse, state: 'granted', version: 2 } as const;
    const both = await Promise.all([store.excuses.put(next, []), store.excuses.put({ ...next, state: 'refused' }, [])]);
    expect(both.sort()).toEqual(['conflict', 'done']);
  });
});
