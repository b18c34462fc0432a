import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonGrant } from '../../../functions/store/grants.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf, OPENED, personOf } from './builders.ts';

let test: TestTable;
let store: Store;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

function grantOf(id: string, person: string, change: Partial<PersonGrant> = {}): PersonGrant {
  return { id, person, unit: 'unit-a', role: 'worker', from: OPENED, by: 'person-clerk', ...change };
}

async function somebody(...ids: string[]): Promise<void> {
  for (const id of ids) await store.people.put({ after: personOf(id) }, []);
}

describe('a grant', () => {
  it('stands under its person and under its unit, as it was written', async () => {
    await somebody('p-one');
    const grant = grantOf('g-one', 'p-one', { unit: 'unit-one', to: '2027-01-01', reason: '任命' });
    expect(await store.grants.put(grant, [entryOf('unit-one')])).toBe('done');
    expect(await store.grants.ofPerson('p-one')).toEqual([grant]);
    expect(await store.grants.ofUnit('unit-one', { limit: 5 })).toEqual({ found: [grant] });
    expect((await store.audit.head('unit-one')).seq).toBe(1);
  });

  it('is not given to nobody, and leaves no line then', async () => {
    expect(await store.grants.put(grantOf('g-x', 'p-none'), [entryOf('unit-none')])).toBe('person-unknown');
    expect(await store.grants.ofPerson('p-none')).toEqual([]);
    expect((await store.audit.head('unit-none')).seq).toBe(0);
  });

  it('is written once under its id, by one of many at once', async () => {
    await somebody('p-same');
    const roles = ['worker', 'liaison', 'auditor'] as const;
    const puts = roles.map((role) => store.grants.put(grantOf('g-same', 'p-same', { role }), []));
    expect((await Promise.all(puts)).sort()).toEqual(['conflict', 'conflict', 'done']);
    expect(await store.grants.ofPerson('p-same')).toHaveLength(1);
  });

  it('stands beside another one that is given at the same time', async () => {
    await somebody('p-two');
    const puts = ['g-1', 'g-2'].map((id) => store.grants.put(grantOf(id, 'p-two'), [entryOf('unit-a')]));
    expect(await Promise.all(puts)).toEqual(['done', 'done']);
    expect((await store.grants.ofPerson('p-two')).map(({ id }) => id)).toEqual(['g-1', 'g-2']);
  });
});

describe('ending a grant', () => {
  it('sets its last day under both keys, by whom, and only once', async () => {
    await somebody('p-end');
    const grant = grantOf('g-end', 'p-end', { unit: 'unit-end' });
    await store.grants.put(grant, []);
    const end = { day: '2026-05-01', by: 'person-chief' };
    expect(await store.grants.end(grant, end, [entryOf('unit-end')])).toBe('done');
    const ended = { ...grant, to: end.day, endedBy: end.by };
    expect(await store.grants.ofPerson('p-end')).toEqual([ended]);
    expect((await store.grants.ofUnit('unit-end', { limit: 5 })).found).toEqual([ended]);
    expect(await store.grants.end(grant, end, [entryOf('unit-end')])).toBe('conflict');
    expect((await store.audit.head('unit-end')).seq).toBe(1);
  });

  it('brings an end nearer, and never puts it off', async () => {
    await somebody('p-near');
    const grant = grantOf('g-near', 'p-near', { to: '2026-12-01' });
    await store.grants.put(grant, []);
    expect(await store.grants.end(grant, { day: '2027-01-01', by: 'b' }, [])).toBe('conflict');
    expect(await store.grants.end(grant, { day: '2026-06-01', by: 'b' }, [])).toBe('done');
    expect((await store.grants.ofPerson('p-near'))[0]?.to).toBe('2026-06-01');
  });

  it('is refused for a grant that is not there, or is another unit’s or person’s', async () => {
    await somebody('p-mine');
    const grant = grantOf('g-mine', 'p-mine');
    await store.grants.put(grant, []);
    for (const other of [{ id: 'g-no' }, { unit: 'unit-b' }, { person: 'p-other' }]) {
      expect(await store.grants.end({ ...grant, ...other }, { day: '2026-05-01', by: 'b' }, [])).toBe('conflict');
    }
    expect(await store.grants.ofPerson('p-mine')).toEqual([grant]);
  });
});

describe('reading', () => {
  it('tells people and units apart of whom one’s id begins like the other’s', async () => {
    const pairs = [
      ['p', '11'],
      ['p-', '110'],
      ['p-1', '1'],
      ['p1', '11-'],
    ] as const;
    for (const [person, unit] of pairs) {
      await somebody(person);
      await store.grants.put(grantOf('g', person, { unit }), []);
    }
    for (const [person, unit] of pairs) {
      expect((await store.grants.ofPerson(person)).map((grant) => grant.unit)).toEqual([unit]);
      expect((await store.grants.ofUnit(unit, { limit: 9 })).found.map((grant) => grant.person)).toEqual([person]);
    }
  });

  it('pages through those of a unit, each once', async () => {
    const people = ['pg-1', 'pg-10', 'pg-2', 'pg-3', 'pg-4'];
    await somebody(...people);
    for (const person of people) {
      for (const id of ['a', 'b']) await store.grants.put(grantOf(id, person, { unit: 'unit-paged' }), []);
    }
    for (const limit of [1, 3, 5, 10]) {
      const found: string[] = [];
      for (let asked: { cursor?: string; limit: number } | undefined = { limit }; asked !== undefined; ) {
        const page = await store.grants.ofUnit('unit-paged', asked);
        found.push(...page.found.map(({ person, id }) => `${person} ${id}`));
        asked = page.next === undefined ? undefined : { limit, cursor: page.next };
      }
      expect(found).toEqual(people.flatMap((person) => [`${person} a`, `${person} b`]));
    }
  });

  it('gives all of a person’s where the engine’s own page ends first', async () => {
    for (let i = 0; i < 8; i += 1) {
      const grant = { ...grantOf(`g-${i}`, 'p-heavy'), pad: 'x'.repeat(200_000) };
      await test.plant({ PK: 'PERSON#p-heavy', SK: `GRANT#g-${i}`, ...grant });
    }
    expect(await store.grants.ofPerson('p-heavy')).toHaveLength(8);
  });

  it('of a person is consistent, so that a change bites at the next request, and small', async () => {
    await somebody('p-cost');
    await store.grants.put(grantOf('g-cost', 'p-cost'), []);
    test.spent();
    await store.grants.ofPerson('p-cost');
    expect(test.spent(), 'a consistent read costs twice an eventual one').toEqual({ units: 1, requests: 1 });
  });

  it('names the key of a corrupt grant', async () => {
    await test.plant({
      PK: 'PERSON#p-bad',
      SK: 'GRANT#g-bad',
      ...grantOf('g-bad', 'p-bad'),
      role: 7,
      reason: 'SECRET',
    });
    const key = { PK: 'PERSON#p-bad', SK: 'GRANT#g-bad' };
    await expect(store.grants.ofPerson('p-bad')).rejects.toThrow(new CorruptItem(key));
  });
});
