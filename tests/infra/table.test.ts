// The table as it is deployed: the store's schema, and nothing that could lose a fact.
import { expect, test } from 'vitest';
import { tableSchema } from '../../functions/store/schema.ts';
import { onlyOne, stages, templateOf } from './templates.ts';

const table = onlyOne(templateOf(stages.global), 'AWS::DynamoDB::Table');

test('the table has the keys, the stream and the expiry of the schema', () => {
  expect(table.Properties).toMatchObject({
    KeySchema: [
      { AttributeName: tableSchema.partitionKey, KeyType: 'HASH' },
      { AttributeName: tableSchema.sortKey, KeyType: 'RANGE' },
    ],
    StreamSpecification: { StreamViewType: tableSchema.stream },
    TimeToLiveSpecification: { AttributeName: tableSchema.ttl, Enabled: true },
  });
});

test('the table is paid by request, restorable to a point in time, encrypted, and survives its stack', () => {
  expect(table.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    DeletionProtectionEnabled: true,
    SSESpecification: { SSEEnabled: true },
  });
  expect(table.DeletionPolicy).toBe('Retain');
});
