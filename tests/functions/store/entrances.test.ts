import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Enrolment } from '../../../functions/domain/courses/enrolment.ts';
import type { Door } from '../../../functions/store/doors.ts';
import { keys } from '../../../functions/store/keys.ts';
import type { Mark } from '../../../functions/store/marks.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { courseOf, sessionOf } from '../domain/courses/builders.ts';

let test: TestTable;
let store: Store;
beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

/** A course with a session, put into the table directly. */
async function plant(course: string) {
  const [held, session] = [courseOf({ id: course }), sessionOf({ id: `${course}-001`, course })];
  await test.plant({ ...keys.course(course), ...held });
  await test.plant({ ...keys.courseSession(course, session.id), ...session });
  return { course: held, session };
}

function doorOf(session: string): Door {
  return { session, secret: 'secret', openedAt: NOON, by: 'trainer-1', windows: [] };
}

function markOf(session: string, n: number): Mark {
  const usual = {
    kind: 'in',
    at: NOON,
    receivedAt: NOON,
    how: 'scan',
    request: `request-${n}`,
    asked: 'asked',
  } as const;
  return { ...usual, session, person: 'person-1', n };
}

it('holds what stands at the door, and of the person what is theirs', async () => {
  const { course, session } = await plant('course-1');
  const door = doorOf(session.id);
  const steps: Enrolment['steps'] = [{ state: 'enrolled', at: NOON }];
  const enrolment = {
    course: course.id,
    person: 'person-1',
    name: '王某',
    state: 'enrolled',
    at: NOON,
    steps,
    version: 1,
  };
  const first = markOf(session.id, 1);
  await test.plant({ ...keys.door(session.id), ...door });
  await test.plant({ ...keys.enrolment(course.id, 'person-1'), ...enrolment });
  await test.plant({ ...keys.mark(session.id, 'person-1', 1), ...first });
  const shared = { course, session, door };
  expect(await store.entrances.find(session.id, 'person-1')).toEqual({ ...shared, enrolment, first });
  expect(await store.entrances.find(session.id, 'person-2')).toEqual({
    ...shared,
    enrolment: undefined,
    first: undefined,
  });
});

it('is read in one request, at a unit for each of its five items, there or not', async () => {
  const { session } = await plant('course-2');
  test.spent();
  const entrance = await store.entrances.find(session.id, 'person-1');
  expect(test.spent()).toEqual({ units: 5, requests: 1 });
  expect(entrance).toMatchObject({ door: undefined, enrolment: undefined, first: undefined });
});

it('is nowhere for a session that is not there, and for what is no session’s id', async () => {
  const { course } = await plant('course-3');
  expect(await store.entrances.find(`${course.id}-002`, 'person-1')).toBeUndefined();
  expect(await store.entrances.find('course-4-001', 'person-1')).toBeUndefined();
  expect(await store.entrances.find('course-4', 'person-1')).toBeUndefined();
});

it('is corrupt with a door that is', async () => {
  const { session } = await plant('course-5');
  await test.plant({ ...keys.door(session.id), session: session.id });
  await expect(store.entrances.find(session.id, 'person-1')).rejects.toThrow(CorruptItem);
});

it('leads to the marks after the first, in as many requests as these need', async () => {
  const { session } = await plant('course-6');
  const all = [1, 2, 3].map((n) => markOf(session.id, n));
  for (const mark of all) await test.plant({ ...keys.mark(session.id, 'person-1', mark.n), ...mark });
  await test.plant({ ...keys.mark(session.id, 'person-10', 1), ...markOf(session.id, 1), person: 'person-10' });
  const { first } = (await store.entrances.find(session.id, 'person-1')) ?? {};
  test.spent();
  expect(await store.marks.sinceFirst(first as Mark)).toEqual(all);
  expect(test.spent()).toEqual({ units: 1, requests: 1 });
});
