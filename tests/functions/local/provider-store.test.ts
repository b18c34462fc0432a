import { expect, test } from 'vitest';
import { providerStore } from '../../../functions/local/provider-store.ts';

test('a record is found by its id and by its uid until it is destroyed', async () => {
  const store = providerStore();
  await store.upsert('a', { uid: 'u', exp: 1 }, 60);
  expect(await store.find('a')).toEqual({ uid: 'u', exp: 1 });
  expect(await store.findByUid('u')).toEqual({ uid: 'u', exp: 1 });
  await store.destroy('a');
  expect(await store.find('a')).toBeUndefined();
  expect(await store.findByUid('u')).toBeUndefined();
});

test('a consumed record stays and says so', async () => {
  const store = providerStore();
  await store.upsert('a', { exp: 1 }, 60);
  await store.consume('a');
  await store.consume('unknown');
  expect(await store.find('a')).toEqual({ exp: 1, consumed: true });
  expect(await store.find('unknown')).toBeUndefined();
});

test('revoking a grant takes all of its records and no others', async () => {
  const store = providerStore();
  for (const [id, grantId] of [
    ['a', 'g'],
    ['b', 'g'],
    ['c', 'h'],
  ] as const)
    await store.upsert(id, { grantId }, 60);
  await store.revokeByGrantId('g');
  expect(await Promise.all(['a', 'b', 'c'].map((id) => store.find(id)))).toEqual([
    undefined,
    undefined,
    { grantId: 'h' },
  ]);
});

test('the oldest goes when there are too many', async () => {
  const store = providerStore();
  for (let n = 0; n <= 2000; n += 1) await store.upsert(`id${n}`, { exp: n }, 60);
  expect(await store.find('id0')).toBeUndefined();
  expect(await store.find('id1')).toEqual({ exp: 1 });
  expect(await store.find('id2000')).toEqual({ exp: 2000 });
});
