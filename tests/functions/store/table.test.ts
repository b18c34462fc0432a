import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStore } from '../../../functions/store/store.ts';
import { openTable, TableBusy } from '../../../functions/store/table.ts';
import { batchOf } from '../../support/builders.ts';
import { clientConfig } from '../../support/engine.ts';
import { awsError, openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
beforeAll(async () => {
  test = await openTestTable();
});
afterAll(() => test.close());

const Key = { PK: 'TEST#分数', SK: 'TEST' };

describe('an expression outside ASCII', () => {
  const TableName = 'any';
  const put = { TableName, Item: Key, ConditionExpression: 'attribute_not_exists(分数)' };

  it.each([
    ['a condition', new PutCommand(put)],
    ['a key condition', new QueryCommand({ TableName, KeyConditionExpression: 'PK = :人' })],
    ['an update', new UpdateCommand({ TableName, Key, UpdateExpression: 'SET 分数 = :v' })],
    ['a projection', new GetCommand({ TableName, Key, ProjectionExpression: '分数' })],
    ['a filter', new QueryCommand({ TableName, FilterExpression: 'a = :b\u00a0' })],
    ['a write of a transaction', new TransactWriteCommand({ TransactItems: [{ Put: put }] })],
  ])('is refused in %s before it reaches the engine', async (_where, command) => {
    test.spent();
    await expect(test.table.doc.send(command as PutCommand)).rejects.toThrow('must be ASCII');
    expect(test.spent().requests).toBe(0);
  });

  it('is not confused with names, keys and values in Chinese, which pass', async () => {
    const update = new UpdateCommand({
      TableName: test.table.name,
      Key,
      UpdateExpression: 'SET #s = :v',
      ExpressionAttributeNames: { '#s': '分数' },
      ExpressionAttributeValues: { ':v': '六十分' },
      ReturnValues: 'ALL_NEW',
    });
    expect((await test.table.doc.send(update)).Attributes).toEqual({ ...Key, 分数: '六十分' });
  });
});

describe('a busy table', () => {
  it.each([
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'ThrottlingException',
    'InternalServerError',
    'ServiceUnavailable',
    'TransactionInProgressException',
    'TransactionConflictException',
    'TimeoutError',
  ])('is what %s comes to', async (name) => {
    const { sessions, batches } = makeStore(test.table);
    test.fail(awsError(name));
    await expect(sessions.get('hash')).rejects.toBeInstanceOf(TableBusy);
    test.fail(awsError(name));
    await expect(batches.put('person-a', batchOf('device-a', 1))).rejects.toBeInstanceOf(TableBusy);
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'])('is what %s comes to', async (code) => {
    test.fail(awsError('Error', { code }));
    await expect(makeStore(test.table).sessions.get('hash')).rejects.toBeInstanceOf(TableBusy);
  });

  it('is what an engine out of reach comes to', async () => {
    const { doc, name } = openTable('gone', { ...clientConfig('http://127.0.0.1:9'), maxAttempts: 1 });
    await expect(doc.send(new GetCommand({ TableName: name, Key }))).rejects.toBeInstanceOf(TableBusy);
    doc.destroy();
  });

  it('names the cause, and nothing of what was asked', async () => {
    test.fail(awsError('ThrottlingException'));
    const error = await makeStore(test.table)
      .sessions.get('CANARY')
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: 'table busy: ThrottlingException', cause: { name: 'ThrottlingException' } });
    expect((error as Error).message).not.toContain('CANARY');
  });

  it('is not what a fault of ours comes to', async () => {
    test.fail(awsError('ValidationException'));
    await expect(makeStore(test.table).sessions.get('hash')).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
