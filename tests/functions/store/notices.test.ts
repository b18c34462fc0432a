import { afterAll, beforeAll, expect, it } from 'vitest';
import { keys } from '../../../functions/store/keys.ts';
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

const off = (course: string, why: string) => ({ kind: 'cancelled', course, at: NOON, why });

it('lists the notices past a number in their order, and no offers, which are one person’s', async () => {
  for (const n of [10, 2, 9_999_999])
    await test.plant({ ...keys.notice('course-a', n), ...off('course-a', `第 ${n}`) });
  const offer = { kind: 'offer', course: 'course-a', person: 'ada', at: NOON, expiresAt: NOON };
  await test.plant({ ...keys.offerNotice('course-a', 3), ...offer });
  const numbers = async (after: number) => (await store.notices.list('course-a', after)).map(({ number }) => number);
  expect(await numbers(0)).toEqual([2, 10, 9_999_999]);
  expect(await numbers(2)).toEqual([10, 9_999_999]);
  expect(await numbers(9_999_999)).toEqual([]);
});

it('keeps how far a person has seen, and never less far', async () => {
  await store.notices.see('ada', 'course-a', 5);
  await store.notices.see('ada', 'course-a', 3);
  await store.notices.see('ada', 'course-b', 1);
  await store.notices.see('bo', 'course-a', 9);
  expect(await store.notices.seenBy('ada')).toEqual(
    new Map([
      ['course-a', 5],
      ['course-b', 1],
    ]),
  );
});

it('does not take a table that fails for something seen already', async () => {
  test.fail(new Error('planted'));
  await expect(store.notices.see('ada', 'course-a', 7)).rejects.toThrow('planted');
});

it('names an item that is not what it must be', async () => {
  await test.plant({ ...keys.notice('course-bad', 1), kind: 'sessions', at: NOON });
  await test.plant({ ...keys.seen('dot', 'course-a'), upTo: 'far' });
  await expect(store.notices.list('course-bad', 0)).rejects.toThrow(CorruptItem);
  await expect(store.notices.seenBy('dot')).rejects.toThrow(CorruptItem);
});
