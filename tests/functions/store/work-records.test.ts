import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayCoverage } from '../../../functions/domain/activities/coverage.ts';
import { corrected, recordOf, voided, type WorkRecord } from '../../../functions/domain/activities/record.ts';
import { keys } from '../../../functions/store/keys.ts';
import { makeStationStore, type StationStore } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { workReader } from '../../../functions/store/work-facts.ts';
import { NOON } from '../../support/builders.ts';
import { activity } from '../../support/station.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf } from './builders.ts';

let test: TestTable;
let store: StationStore;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStationStore(test.table);
});
afterAll(() => test.close());

const made = { at: NOON, by: 'person-1' };
const requestOf = (id: string) => ({ person: 'person-1', id, bodyHash: 'hash', outcome: '{}', at: NOON });
const newRecord = (id: string, day = '2026-02-10') => recordOf({ ...activity, day }, { unit: 'u1', id, ...made });
const none = { lines: [] };

/** The record after a change that the rules let pass. */
function after(change: ReturnType<typeof corrected>): WorkRecord {
  if (!change.ok) throw new Error(change.reason);
  return change.record;
}

describe('a record', () => {
  it('is written once with its request and its line of the audit', async () => {
    const record = newRecord('record-01');
    expect(await store.workRecords.put([record], { request: requestOf('r1'), lines: [entryOf('u1')] })).toBe('done');
    expect(await store.workRecords.get('u1', { year: '2026', id: record.id })).toEqual(record);
    const other = newRecord('record-02');
    expect(await store.workRecords.put([other], { request: requestOf('r1'), lines: [] })).toBe('request-used');
    expect(await store.workRecords.get('u1', { year: '2026', id: other.id })).toBeUndefined();
    expect(await store.workRecords.put([record], none)).toBe('conflict');
  });

  it('keeps its earlier versions, and lets one of two corrections pass', async () => {
    const record = newRecord('record-03');
    await store.workRecords.put([record], none);
    const change = { ...made, why: '补登' };
    const [more, gone] = [corrected(record, { ...activity, served: 64 }, change), voided(record, change)].map(after);
    expect(await store.workRecords.put([more as WorkRecord], none)).toBe('done');
    expect(await store.workRecords.put([gone as WorkRecord], none)).toBe('conflict');
    const read = await store.workRecords.get('u1', { year: '2026', id: record.id });
    expect(read).toMatchObject({ version: 2, work: { served: 64 }, past: [{ work: { served: 40 } }] });
  });

  it('is written with others or not at all', async () => {
    const [there, fresh] = [newRecord('record-04'), newRecord('record-05')];
    await store.workRecords.put([there], none);
    expect(await store.workRecords.put([fresh, there], none)).toBe('conflict');
    expect(await store.workRecords.get('u1', { year: '2026', id: fresh.id })).toBeUndefined();
  });

  it('lies in its unit and its year alone', async () => {
    await store.workRecords.put([newRecord('record-06', '2025-12-31')], none);
    const ids = async (unit: string, year: string) => (await store.workRecords.ofYear(unit, year)).map(({ id }) => id);
    expect(await ids('u1', '2025')).toEqual(['record-06']);
    expect(await ids('u1', '2026')).not.toContain('record-06');
    expect(await ids('u', '2026')).toEqual([]);
    expect(await store.workRecords.get('u1', { year: '2026', id: 'record-06' })).toBeUndefined();
  });

  it('that is none is named by its key', async () => {
    await test.plant({ ...keys.work('u2', '2026', 'record-07'), unit: 'u2', version: 1 });
    await expect(store.workRecords.ofYear('u2', '2026')).rejects.toThrow(CorruptItem);
  });
});

describe('coverage', () => {
  const coverage = { households: 205, people: 335, visits: 61, volunteers: 18 };

  it('is one item of a unit, written as the next version of what was read', async () => {
    const before = await store.workRecords.coverage('u1');
    expect(before).toEqual({ unit: 'u1', version: 0, at: '', months: {} });
    const next = sayCoverage(before, { month: '2026-02', said: { coverage, ...made }, current: '2026-03' });
    if (!next.ok) throw new Error(next.reason);
    expect(await store.workRecords.putCoverage(next.book, { request: requestOf('r2'), lines: [] })).toBe('done');
    expect(await store.workRecords.coverage('u1')).toEqual(next.book);
    expect(await store.workRecords.putCoverage(next.book, none)).toBe('conflict');
    expect(await store.workRecords.coverage('u2')).toMatchObject({ version: 0 });
  });
});

describe('the tally', () => {
  it('knows records, coverage and appraisals by their keys, and no index line', () => {
    const facts = [keys.work('u1', '2026', 'r'), keys.coverage('u1'), keys.appraisal('u1', '2026', '2026.sixfold')];
    expect(facts.map((key) => workReader.is(key))).toEqual([true, true, true]);
    expect([keys.round('u1', '2026.sixfold', 'u2'), keys.person('u1')].map((key) => workReader.is(key))).toEqual([
      false,
      false,
    ]);
  });

  it('reads what was written as the fact it is', async () => {
    const record = newRecord('record-08');
    expect(workReader.read({ ...keys.work('u1', '2026', record.id), ...record })).toEqual({ kind: 'record', record });
    const book = await store.workRecords.coverage('u1');
    expect(workReader.read({ ...keys.coverage('u1'), ...book })).toEqual({ kind: 'coverage', book });
    expect(() => workReader.read({ ...keys.coverage('u1'), unit: 'u1' })).toThrow(CorruptItem);
  });
});
