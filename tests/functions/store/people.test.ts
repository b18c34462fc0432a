import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Employment } from '../../../functions/domain/people/employment.ts';
import type { Person } from '../../../functions/store/person-writes.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem, TableBusy } from '../../../functions/store/table.ts';
import { NOON } from '../../support/builders.ts';
import { awsError, openTestTable, type TestTable } from '../../support/table.ts';
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

function somebody(id: string) {
  return { id, name: '考生', createdAt: NOON };
}

async function stored(id: string): Promise<Person> {
  const person = await store.get(id);
  if (person === undefined) throw new Error(`no person ${id}`);
  return person;
}

function at(unit: string, change: Partial<Employment> = {}): Employment {
  return { unit, post: 'social-worker', established: false, from: OPENED, ...change };
}

function conflict() {
  return awsError('TransactionCanceledException', {
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
}

it('makes a person for an identity, and finds them again', async () => {
  expect(await store.find({ issuer, subject: 'one' })).toBeUndefined();
  expect(await store.add({ issuer, subject: 'one' }, somebody('person-one'))).toBe(true);
  expect(await store.find({ issuer, subject: 'one' })).toBe('person-one');
  const identity = { issuer, subject: 'one' };
  expect(await store.get('person-one')).toEqual({
    ...personOf('person-one'),
    ...somebody('person-one'),
    identity,
    version: 1,
  });
});

it('knows nobody under an id that was never given', async () => {
  expect(await store.get('person-none')).toBeUndefined();
});

it('refuses a second person for an identity, and writes nothing of them', async () => {
  await store.add({ issuer, subject: 'two' }, somebody('person-two'));
  expect(await store.add({ issuer, subject: 'two' }, somebody('person-two-b'))).toBe(false);
  expect(await store.find({ issuer, subject: 'two' })).toBe('person-two');
  expect(await store.get('person-two-b')).toBeUndefined();
});

it('refuses an id that is taken, and leaves the identity free', async () => {
  await store.add({ issuer, subject: 'three' }, somebody('person-three'));
  expect(await store.add({ issuer, subject: 'three-b' }, somebody('person-three'))).toBe(false);
  expect(await store.find({ issuer, subject: 'three-b' })).toBeUndefined();
});

it('makes one person of many first sign-ins at once', async () => {
  const identity = { issuer, subject: 'crowd' };
  const ids = Array.from({ length: 10 }, (_, i) => `person-crowd-${i}`);
  const added = await Promise.all(ids.map((id) => store.add(identity, somebody(id))));
  expect(added.filter(Boolean)).toHaveLength(1);
  const winner = ids[added.indexOf(true)];
  expect(await store.find(identity)).toBe(winner);
  const held = await Promise.all(ids.map((id) => store.get(id)));
  expect(held.filter((person) => person !== undefined).map((person) => person?.id)).toEqual([winner]);
});

it('keeps the same subject of two issuers apart', async () => {
  await store.add({ issuer, subject: 'same' }, somebody('person-same-1'));
  await store.add({ issuer: 'https://other.example.cn', subject: 'same' }, somebody('person-same-2'));
  expect(await store.find({ issuer, subject: 'same' })).toBe('person-same-1');
  expect(await store.find({ issuer: 'https://other.example.cn', subject: 'same' })).toBe('person-same-2');
});

it('tries again while another transaction stands in the way', async () => {
  test.waits.length = 0;
  test.fail(conflict(), 4);
  expect(await store.add({ issuer, subject: 'conflict' }, somebody('person-conflict'))).toBe(true);
  expect(test.waits).toHaveLength(4);
  for (const [i, ms] of test.waits.entries()) expect(ms).toBeGreaterThanOrEqual([25, 75, 225, 675][i] as number);
  expect(Math.max(...test.waits)).toBeLessThanOrEqual(1_350);
});

it('says that the table is busy when the way stays blocked', async () => {
  test.waits.length = 0;
  test.fail(conflict(), 5);
  await expect(store.add({ issuer, subject: 'blocked' }, somebody('person-blocked'))).rejects.toBeInstanceOf(TableBusy);
  expect(test.waits).toHaveLength(4);
  expect(await store.find({ issuer, subject: 'blocked' })).toBeUndefined();
});

it('does not try again what a condition refused beside a conflict', async () => {
  test.waits.length = 0;
  const reasons = [{ Code: 'ConditionalCheckFailed' }, { Code: 'TransactionConflict' }];
  test.fail(awsError('TransactionCanceledException', { CancellationReasons: reasons }));
  expect(await store.add({ issuer, subject: 'both' }, somebody('person-both'))).toBe(false);
  expect(test.waits).toEqual([]);
});

it('passes on a fault as it is', async () => {
  test.fail(awsError('AccessDeniedException'));
  await expect(store.add({ issuer, subject: 'denied' }, somebody('person-denied'))).rejects.toThrow('AccessDenied');
});

it('names the key of a corrupt person or identity', async () => {
  await test.plant({ PK: 'PERSON#person-bad', SK: 'PERSON', name: 7 });
  await expect(store.get('person-bad')).rejects.toThrow(new CorruptItem({ PK: 'PERSON#person-bad', SK: 'PERSON' }));
  await test.plant({ PK: `IDENTITY#${issuer}#bad`, SK: 'IDENTITY' });
  await expect(store.find({ issuer, subject: 'bad' })).rejects.toBeInstanceOf(CorruptItem);
});

it('reads a person from before there were profiles, and writes them on', async () => {
  await test.plant({ PK: 'PERSON#person-old', SK: 'PERSON', name: '考生', createdAt: NOON });
  const before = await stored('person-old');
  expect(before).toMatchObject({ version: 0, employments: [], certificates: [], pools: [] });
  const writers = ['甲', '乙'].map((name) => store.put({ before, after: { ...before, name } }, []));
  expect((await Promise.all(writers)).sort()).toEqual(['conflict', 'done']);
  expect((await stored('person-old')).version).toBe(1);
});

describe('a profile', () => {
  it('comes back as it was written', async () => {
    await all.units.put({ changed: [{ after: unitOf('profile', null) }] }, []);
    const after = personOf('person-profile', {
      phone: numberOf('profile-phone'),
      idNumber: numberOf('profile-id'),
      education: 'bachelor',
      isSocialWorkMajor: true,
      employments: [at('profile')],
      certificates: [{ level: 'junior', number: '2021001', issued: '2021-06-01' }],
      pools: [{ pool: 'expert', from: OPENED, selection: { day: OPENED, by: 'bureau', basis: '通知 1 号' } }],
    });
    expect(await store.put({ after }, [entryOf('profile')])).toBe('done');
    expect(await stored('person-profile')).toEqual({ ...after, version: 1 });
  });

  it('is changed by one of two writers who read the same version, with one line', async () => {
    await store.put({ after: personOf('person-race') }, []);
    const before = await stored('person-race');
    const writers = ['甲', '乙'].map((name) => store.put({ before, after: { ...before, name } }, [entryOf('race')]));
    expect((await Promise.all(writers)).sort()).toEqual(['conflict', 'done']);
    expect((await all.audit.head('race')).seq).toBe(1);
  });

  it('is not made over another one', async () => {
    await store.put({ after: personOf('person-twice') }, []);
    expect(await store.put({ after: personOf('person-twice', { name: '别人' }) }, [])).toBe('conflict');
    expect((await stored('person-twice')).name).toBe('王某');
  });
});

describe('a number that one person alone has', () => {
  it('leads to them, kind by kind', async () => {
    const numbers = { idNumber: numberOf('both'), phone: numberOf('phone-a') };
    await store.put({ after: personOf('person-a', numbers) }, []);
    expect(await store.findByIdHash('both')).toBe('person-a');
    expect(await store.findByPhoneHash('phone-a')).toBe('person-a');
    expect(await store.findByPhoneHash('both'), 'a hash of one kind is none of the other').toBeUndefined();
    expect(await store.findByIdHash('bot')).toBeUndefined();
  });

  it.each([
    ['idNumber', 'id-number-taken'],
    ['phone', 'phone-taken'],
  ] as const)('is claimed by one of ten who claim the %s at once', async (field, refused) => {
    const ids = Array.from({ length: 10 }, (_, i) => `person-${field}-${i}`);
    const claims = ids.map((id) => store.put({ after: personOf(id, { [field]: numberOf(`same-${field}`) }) }, []));
    const done = await Promise.all(claims);
    expect(done.filter((one) => one === 'done')).toHaveLength(1);
    expect(done.filter((one) => one === refused)).toHaveLength(9);
    const winner = ids[done.indexOf('done')];
    expect(
      field === 'phone' ? await store.findByPhoneHash('same-phone') : await store.findByIdHash('same-idNumber'),
    ).toBe(winner);
    const made = await Promise.all(ids.map(store.get));
    expect(made.filter((one) => one !== undefined).map((one) => one?.id)).toEqual([winner]);
  });

  it('is free again when it is given up, and only then', async () => {
    await store.put({ after: personOf('person-old-phone', { phone: numberOf('moving') }) }, []);
    const before = await stored('person-old-phone');
    const other = personOf('person-new-phone', { phone: numberOf('moving') });
    expect(await store.put({ before, after: { ...before, name: '改名' } }, [])).toBe('done');
    expect(await store.put({ after: other }, [])).toBe('phone-taken');
    const renamed = await stored('person-old-phone');
    expect(await store.put({ before: renamed, after: { ...renamed, phone: numberOf('moved') } }, [])).toBe('done');
    expect(await store.findByPhoneHash('moving')).toBeUndefined();
    expect(await store.put({ after: other }, [])).toBe('done');
    expect(await store.findByPhoneHash('moving')).toBe('person-new-phone');
    expect(await store.findByPhoneHash('moved')).toBe('person-old-phone');
  });

  it('leaves everything as it was when a change is refused', async () => {
    await store.put({ after: personOf('person-holds', { phone: numberOf('held') }) }, []);
    await store.put({ after: personOf('person-wants', { phone: numberOf('own') }) }, []);
    const before = await stored('person-wants');
    expect(await store.put({ before, after: { ...before, phone: numberOf('held') } }, [entryOf('held')])).toBe(
      'phone-taken',
    );
    expect(await stored('person-wants')).toEqual(before);
    expect(await store.findByPhoneHash('own')).toBe('person-wants');
    expect((await all.audit.head('held')).seq).toBe(0);
  });
});

describe('somebody made by staff', () => {
  const identity = { issuer, subject: 'linked' };
  const at = { id: 'person-linked', at: NOON };

  it('is linked to the identity of one first sign-in, once', async () => {
    await store.put({ after: personOf('person-linked') }, []);
    const before = await stored('person-linked');
    expect(await store.link(identity, at, [])).toBe('done');
    expect(await store.find(identity)).toBe('person-linked');
    expect(await stored('person-linked')).toEqual({ ...before, identity, version: 2 });
    expect(await store.put({ before, after: { ...before, name: '旧' } }, []), 'read before the link').toBe('conflict');
    expect(await store.link({ issuer, subject: 'second' }, at, [])).toBe('linked-already');
    expect(await store.find({ issuer, subject: 'second' })).toBeUndefined();
  });

  it('is not linked to an identity that leads elsewhere, nor is nobody', async () => {
    await store.add({ issuer, subject: 'elsewhere' }, somebody('person-elsewhere'));
    await store.put({ after: personOf('person-unlinked') }, []);
    expect(await store.link({ issuer, subject: 'elsewhere' }, { ...at, id: 'person-unlinked' }, [])).toBe(
      'identity-taken',
    );
    expect(await store.link({ issuer, subject: 'nobody' }, { ...at, id: 'person-nobody' }, [])).toBe('linked-already');
    await store.put({ after: personOf('person-gone', { deletedAt: NOON }) }, []);
    expect(await store.link({ issuer, subject: 'nobody' }, { ...at, id: 'person-gone' }, [])).toBe('linked-already');
    expect(await store.get('person-nobody')).toBeUndefined();
  });
});
