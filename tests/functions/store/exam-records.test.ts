// The item of a person's exams on the real engine: written on the version that was read, for a person who is there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commits } from '../../../functions/store/audit.ts';
import { sha256 } from '../../../functions/store/digest.ts';
import { examReader, examRecords, readExamRecord, type StoredExams } from '../../../functions/store/exam-records.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { settle, workerId } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
let store: ReturnType<typeof examRecords>;
beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  store = examRecords(world.test.table, commits(world.test.table, sha256));
}, 60_000);
afterAll(() => world.test.close());

const AT = '2026-03-01T04:00:00.000Z';
const record = (person: string, version: number, year = 2025): StoredExams => ({
  ...{ person, version, at: AT },
  entries: [{ year, level: 'junior', facts: [{ kind: 'withdrawn', at: AT, by: person }] }],
});

describe('a record', () => {
  it('is read as it was written, and written on the version that was read alone', async () => {
    const person = workerId('21');
    expect(await store.get(person)).toBeUndefined();
    expect(await store.put({ record: record(person, 1) }, [])).toBe('done');
    expect(await store.put({ record: record(person, 1, 2024) }, [])).toBe('conflict');
    expect(await store.get(person)).toEqual(record(person, 1));
    expect(await store.put({ record: record(person, 2, 2024) }, [])).toBe('done');
    expect([...(await store.ofMany([person, person, 'nobody-there'])).values()]).toEqual([record(person, 2, 2024)]);
  });

  it('is kept of nobody who is not there', async () => {
    expect(await store.put({ record: record('nobody-there', 1) }, [])).toBe('conflict');
    expect(await store.get('nobody-there')).toBeUndefined();
  });

  it('with others is written in one transaction, all or none', async () => {
    const people = ['31', '311', '312'].map(workerId);
    expect(
      await store.putMany(
        people.map((person) => record(person, 1)),
        [],
      ),
    ).toBe('done');
    const next = people.map((person, i) => record(person, i === 1 ? 5 : 2, 2020));
    expect(await store.putMany(next, [])).toBe('conflict');
    expect([...(await store.ofMany(people)).values()].every(({ version }) => version === 1)).toBe(true);
  });

  it('that stays of somebody who has gone is written without asking for them, on its version', async () => {
    const person = workerId('110');
    expect(await store.replace(record(person, 1))).toBe(true);
    expect(await store.replace(record(person, 1))).toBe(false);
  });
});

describe('an item', () => {
  it('that is no record is named', () => {
    const key = { PK: 'EXAMS#person-1', SK: 'EXAMS' };
    for (const broken of [{ entries: 'none' }, { version: '1' }, { at: 1 }, { person: undefined }]) {
      expect(() => readExamRecord({ ...key, ...record('person-1', 1), ...broken })).toThrow(CorruptItem);
    }
  });

  it('is known to the tally by its key', () => {
    expect(examReader.is({ PK: 'EXAMS#person-1', SK: 'EXAMS' })).toBe(true);
    expect(examReader.is({ PK: 'EXAMS#person-1', SK: 'OTHER' })).toBe(false);
    expect(examReader.is({ PK: 'PERSON#person-1', SK: 'EXAMS' })).toBe(false);
  });
});
