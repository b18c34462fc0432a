import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirstOperator, wishOf } from '../../../functions/local/bootstrap.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

const ISSUER = 'https://id.example';
const wish = { issuer: ISSUER, subject: 'first', name: '平台运维', division: '100000', from: '2026-01-05' };

let test: TestTable;
let store: Store;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
  for (const subject of ['first', 'second']) {
    const person = { id: `person-${subject}`, name: '某人', createdAt: NOON };
    await store.people.add({ issuer: ISSUER, subject }, person);
  }
});
afterAll(() => test.close());

describe('the arguments', () => {
  const asked = ['--issuer', ISSUER, '--subject', 'first', '--unit', ' 平台运维 '];

  it('name who it is and what the unit is called; the rest has its defaults', () => {
    expect(wishOf(asked, '2026-03-01')).toEqual({ ...wish, from: '2026-03-01' });
    expect(wishOf([...asked, '--division', '360000', '--from', '2026-01-05'], '2026-03-01')).toEqual({
      ...wish,
      division: '360000',
    });
  });

  it.each([
    [[]],
    [asked.slice(2)],
    [asked.slice(0, 4)],
    [[...asked, '--from', '2026-13-01']],
    [[...asked, '--division', '36']],
    [[...asked, '--role', 'operator']],
  ])('that are not enough, or wrong, are not understood: %s', (args) => {
    expect(wishOf(args, '2026-03-01')).toBeUndefined();
  });
});

describe('the first operator', () => {
  it('must have signed in once', async () => {
    const { code, says } = await makeFirstOperator(store, NOON, { ...wish, subject: 'never' });
    expect(code).toBe(1);
    expect(says).toContain('请先在网站上登录一次');
    expect(await store.units.get('platform')).toBeUndefined();
  });

  it('is made, has the role from the day on, and is the same when it is asked for again', async () => {
    expect((await makeFirstOperator(store, NOON, wish)).code).toBe(0);
    expect((await makeFirstOperator(store, NOON, wish)).code).toBe(0);
    expect(await store.grants.ofPerson('person-first')).toMatchObject([{ role: 'operator', from: '2026-01-05' }]);
    expect(await store.units.get('platform')).toMatchObject({ names: [{ value: '平台运维' }] });
  });

  it('is nobody else afterwards', async () => {
    const { code, says } = await makeFirstOperator(store, NOON, { ...wish, subject: 'second' });
    expect(code).toBe(1);
    expect(says).toContain('已经另有其人');
    expect(await store.grants.ofPerson('person-second')).toEqual([]);
  });
});
