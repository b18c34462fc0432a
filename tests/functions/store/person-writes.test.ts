import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Employment } from '../../../functions/domain/people/employment.ts';
import type { Person } from '../../../functions/store/person-writes.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf, numberOf, OPENED, personOf, unitOf } from './builders.ts';

const issuer = 'https://id.example.cn';
let test: TestTable;
let all: Store;
let store: Store['people'];

beforeAll(async () => {
  test = await openTestTable();
  all = makeStore(test.table);
  store = all.people;
});
afterAll(() => test.close());

async function stored(id: string): Promise<Person> {
  const person = await store.get(id);
  if (person === undefined) throw new Error(`no person ${id}`);
  return person;
}

/** Everything that stands in the table, as text. */
async function dump(): Promise<string> {
  const { Items: items = [] } = await test.table.doc.send(new ScanCommand({ TableName: test.table.name }));
  return JSON.stringify(items);
}

function at(unit: string, change: Partial<Employment> = {}): Employment {
  return { unit, post: 'social-worker', established: false, from: OPENED, ...change };
}

async function workersOf(unit: string, day = OPENED) {
  return (await all.workers.list(unit, { day, limit: 50 })).found;
}

describe('employments', () => {
  it('stand in the lists of their units, and move with a transfer', async () => {
    await all.units.put({ changed: [{ after: unitOf('emp-a', null) }, { after: unitOf('emp-b', null) }] }, []);
    const phone = numberOf('emp');
    await store.put({ after: personOf('person-emp', { phone, employments: [at('emp-a')] }) }, []);
    const line = { person: 'person-emp', name: '王某', post: 'social-worker', established: false, from: OPENED };
    expect(await workersOf('emp-a')).toEqual([{ ...line, maskedPhone: phone.masked }]);
    const before = await stored('person-emp');
    const employments = [at('emp-a', { to: '2026-07-01' }), at('emp-b', { from: '2026-07-01', established: true })];
    expect(await store.put({ before, after: { ...before, name: '李某', employments } }, [])).toBe('done');
    expect((await workersOf('emp-a', '2026-06-30')).map(({ name, to }) => [name, to])).toEqual([
      ['李某', '2026-07-01'],
    ]);
    expect(await workersOf('emp-a', '2026-07-01')).toEqual([]);
    expect((await workersOf('emp-b', '2026-07-01')).map(({ established }) => established)).toEqual([true]);
    expect(await workersOf('emp-b', '2026-06-30')).toEqual([]);
  });

  it('disappear from lists where they are taken back', async () => {
    await all.units.put({ changed: [{ after: unitOf('emp-c', null) }] }, []);
    await store.put({ after: personOf('person-c', { employments: [at('emp-c')] }) }, []);
    const before = await stored('person-c');
    await store.put({ before, after: { ...before, employments: [] } }, []);
    expect(await workersOf('emp-c')).toEqual([]);
  });

  it('are refused at a unit that is unknown or closed by then', async () => {
    await all.units.put({ changed: [{ after: unitOf('emp-closed', null, { closed: '2026-07-01' }) }] }, []);
    const put = (unit: string, change: Partial<Employment> = {}) =>
      store.put({ after: personOf('person-d', { employments: [at(unit, change)] }) }, []);
    expect(await put('nowhere')).toBe('unit-not-open');
    expect(await put('emp-closed')).toBe('unit-not-open');
    expect(await put('emp-closed', { to: '2026-07-02' })).toBe('unit-not-open');
    expect(await put('emp-closed', { to: '2026-07-01' })).toBe('done');
    const before = await stored('person-d');
    expect(await store.put({ before, after: { ...before, name: '改名' } }, []), 'a name joins no unit').toBe('done');
  });
});

it('leaves nothing of somebody whose data are taken out, but that they were there', async () => {
  await all.units.put({ changed: [{ after: unitOf('forgets', null) }] }, []);
  const secrets = { name: 'CANARY-name', phone: numberOf('CANARY-phone'), idNumber: numberOf('CANARY-id') };
  const identity = { issuer, subject: 'CANARY-subject' };
  await store.put({ after: personOf('person-gone', { ...secrets, identity, employments: [at('forgets')] }) }, []);
  expect(await store.find(identity)).toBe('person-gone');
  expect(await dump()).toContain('CANARY');
  const before = await stored('person-gone');
  const after = personOf('person-gone', { name: '', employments: before.employments });
  expect(await store.put({ before, after }, [entryOf('forgets')])).toBe('done');
  expect(await dump()).not.toContain('CANARY');
  expect(await workersOf('forgets')).toHaveLength(1);
});
