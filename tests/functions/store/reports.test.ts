import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reports } from '../../../functions/store/reports.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

const report = {
  id: 'report-1',
  question: 'jc-04-001',
  version: 1,
  person: 'person-a',
  reason: 'key',
  text: '答案应为 B，见《条例》第十条',
  at: NOON,
  receivedAt: NOON,
};
let test: TestTable;
let store: ReturnType<typeof reports>;

beforeAll(async () => {
  test = await openTestTable();
  store = reports(test.table);
});
afterAll(() => test.close());

async function under(question: string) {
  const command = new QueryCommand({
    TableName: test.table.name,
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeValues: { ':pk': `QUESTION#${question}` },
  });
  return (await test.table.doc.send(command)).Items ?? [];
}

it('keeps a report once, as it first came', async () => {
  expect(await store.put(report)).toBe('new');
  expect(await store.put({ ...report, text: 'later', receivedAt: '2027-01-01T00:00:00.000Z' })).toBe('same');
  expect(await under('jc-04-001')).toEqual([{ PK: 'QUESTION#jc-04-001', SK: 'REPORT#person-a#report-1', ...report }]);
});

it('keeps two people’s reports apart, even of one id', async () => {
  const question = 'jc-04-002';
  expect(await store.put({ ...report, question })).toBe('new');
  expect(await store.put({ ...report, question, person: 'person-b' })).toBe('new');
  expect(await under(question)).toHaveLength(2);
});

it('finds a person’s reports by their notes, the oldest first, and nobody else’s', async () => {
  const own = { ...report, person: 'person-notes' };
  await store.put({ ...own, id: 'report-2', receivedAt: '2026-03-02T04:00:00.000Z' });
  await store.put({ ...own, question: 'jc-04-009' });
  await store.put({ ...own, person: 'person-notes-2' });
  const found = await store.ofPerson('person-notes');
  expect(found.map(({ question, id }) => `${question} ${id}`)).toEqual(['jc-04-009 report-1', 'jc-04-001 report-2']);
  expect(await store.ofPerson('person-note')).toEqual([]);
});

it('releases reports: the facts stay, cleaned, and lead to nobody', async () => {
  await store.put({ ...report, person: 'person-gone', question: 'jc-04-003', text: '请致电 X' });
  await store.release('person-gone', (text) => text.replace('X', '*'));
  expect(await store.ofPerson('person-gone')).toEqual([]);
  expect(await under('jc-04-003')).toMatchObject([{ person: 'person-gone', text: '请致电 *', reason: 'key' }]);
  await store.release('person-gone', () => 'never');
  expect(await under('jc-04-003')).toMatchObject([{ text: '请致电 *' }]);
});

it('notes reports under another person, and then under that one alone', async () => {
  await store.put({ ...report, person: 'person-from' });
  await store.copyNotes('person-from', 'person-to');
  expect([await store.ofPerson('person-from'), await store.ofPerson('person-to')].map((all) => all.length)).toEqual([
    1, 1,
  ]);
  await store.moveNotes('person-from', 'person-to');
  await store.moveNotes('person-from', 'person-to');
  expect(await store.ofPerson('person-from')).toEqual([]);
  expect(await store.ofPerson('person-to')).toMatchObject([{ person: 'person-from', id: 'report-1' }]);
});

it('names the key of a corrupt note', async () => {
  const key = { PK: 'PERSON#person-bad', SK: 'REPORT#jc-04-001#person-bad#report-1' };
  await test.plant({ ...key, id: 5 });
  await expect(store.ofPerson('person-bad')).rejects.toThrow(new CorruptItem(key));
});
