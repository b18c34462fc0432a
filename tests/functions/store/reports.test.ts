import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reports } from '../../../functions/store/reports.ts';
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
