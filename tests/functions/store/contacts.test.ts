import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/people/contact.ts';
import { keys } from '../../../functions/store/keys.ts';
import { outbox } from '../../../functions/store/outbox.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
let store: Store;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

async function person(id: string): Promise<string> {
  await store.people.add({ issuer: 'https://id.example', subject: id }, { id, name: '甲', createdAt: NOON });
  return id;
}

const contact = (email: string, more: Partial<Contact> = {}): Contact => ({
  ...{ confirmed: { email, codeHash: `hash of ${email}`, at: NOON }, wantsNotices: true, asked: [NOON] },
  ...more,
});

it('keeps one contact a person, and writes nothing over one that it has not seen', async () => {
  const id = await person('ada-00001');
  expect(await store.contacts.get(id)).toBeUndefined();
  const after = contact('ada@example.cn');
  expect(await store.contacts.put(id, { after })).toBe('done');
  const before = await store.contacts.get(id);
  expect(before).toEqual({ ...after, version: 1 });
  expect(await store.contacts.put(id, { after })).toBe('conflict');
  expect(await store.contacts.put(id, { before, after: { ...after, wantsNotices: false } })).toBe('done');
  expect(await store.contacts.put(id, { before, after })).toBe('conflict');
  expect(await store.contacts.get(id)).toMatchObject({ wantsNotices: false, version: 2 });
});

it('keeps none of nobody', async () => {
  expect(await store.contacts.put('nobody-01', { after: contact('no@example.cn') })).toBe('gone');
  expect(await store.contacts.get('nobody-01')).toBeUndefined();
});

it('writes the mail that asks for a code with the address, or neither', async () => {
  const id = await person('bo-000001');
  const email = 'bo@example.cn';
  const waiting = { email, codeHash: 'hash', expiresAt: '2026-03-02T04:00:00.000Z' };
  const after = { wantsNotices: true, asked: [NOON], waiting };
  const mail = { kind: 'confirm-address', at: NOON, person: id, code: 'secret-1' } as const;
  const due = () => outbox(test.table).due('2999', 9);
  expect(await store.contacts.put('nobody-02', { after, mail: { ...mail, person: 'nobody-02' } })).toBe('gone');
  expect(await due()).toEqual([]);
  expect(await store.contacts.put(id, { after, mail })).toBe('done');
  expect((await due()).map(({ message }) => message)).toEqual([mail]);
});

it('says where many want to be told of changes, and of the others nothing', async () => {
  const ids = await Promise.all(Array.from({ length: 120 }, (_, n) => person(`many-${String(n).padStart(4, '0')}`)));
  for (const [n, id] of ids.entries()) {
    const email = `m${n}@example.cn`;
    const waiting = { email, codeHash: 'hash', expiresAt: NOON };
    if (n % 4 === 0) await store.contacts.put(id, { after: contact(email) });
    if (n % 4 === 1) await store.contacts.put(id, { after: contact(email, { wantsNotices: false }) });
    if (n % 4 === 2) await store.contacts.put(id, { after: { wantsNotices: true, asked: [], waiting } });
  }
  const found = await store.contacts.confirmedMany([...ids, ...ids, 'nobody-03']);
  expect([...found].sort()).toEqual(ids.flatMap((id, n) => (n % 4 === 0 ? [[id, { email: `m${n}@example.cn` }]] : [])));
});

it('gives a contact to who one has become, once, and never over one that is there', async () => {
  const [from, to] = [await person('from-0001'), await person('to-000001')];
  await store.contacts.put(from, { after: contact('from@example.cn') });
  await store.contacts.move(from, to);
  await store.contacts.move(from, to);
  expect(await store.contacts.get(from)).toBeUndefined();
  expect(await store.contacts.get(to)).toMatchObject({ confirmed: { email: 'from@example.cn' } });
  const other = await person('other-001');
  await store.contacts.put(other, { after: contact('other@example.cn') });
  await store.contacts.move(other, to);
  expect(await store.contacts.get(other)).toBeUndefined();
  expect(await store.contacts.get(to)).toMatchObject({ confirmed: { email: 'from@example.cn' } });
  await store.contacts.delete(to);
  await store.contacts.delete(to);
  expect(await store.contacts.get(to)).toBeUndefined();
});

it('names the key of an item that is no contact, and nothing of its content', async () => {
  const Item = { ...keys.contact('odd-00001'), person: 'odd-00001', wantsNotices: 'yes', asked: [], version: 1 };
  await test.table.doc.send(new PutCommand({ TableName: test.table.name, Item }));
  await expect(store.contacts.get('odd-00001')).rejects.toThrow(new CorruptItem(keys.contact('odd-00001')));
});
