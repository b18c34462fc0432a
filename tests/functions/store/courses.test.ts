import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Course, Session } from '../../../functions/domain/courses/course.ts';
import { keys } from '../../../functions/store/keys.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { courseOf, seatsOf, sessionOf } from '../domain/courses/builders.ts';

let test: TestTable;
let store: Store;
beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

const organised = { unitName: '某站', division: '360400' };

function course(id: string, change: Partial<Course> = {}): Course {
  return courseOf({ id, publishedAt: NOON, ...change });
}

function session(id: string, number = 1, change: Partial<Session> = {}): Session {
  return sessionOf({ id: `${id}-00${number}`, course: id, ...change });
}

/** Puts a published course with sessions. */
async function put(id: string, ...sessions: Session[]) {
  const after = { course: course(id), sessions };
  expect(await store.courses.put({ after, organised }, [])).toBe('done');
  return after;
}

describe('a course', () => {
  it('comes back as it was put, with its sessions, its seats and its lines', async () => {
    const { course: put1, sessions } = await put('course-1', session('course-1'), session('course-1', 2));
    expect(await store.courses.get('course-1')).toEqual(put1);
    expect(await store.courseSessions.list('course-1')).toEqual(sessions);
    expect(await store.courseSessions.get('course-1-002')).toEqual(sessions[1]);
    expect(await store.courses.seats('course-1')).toEqual(seatsOf({ capacity: 50 }));
    const lines = (await store.schedule.list('36', '2026-04')).filter((line) => line.course === 'course-1');
    expect(lines.map((line) => line.session)).toEqual(['course-1-001', 'course-1-002']);
    const own = await store.courses.ofUnit('unit-a', { limit: 5 });
    expect(own.found).toMatchObject([{ course: 'course-1', sessions: 2 }]);
  });

  it('is a conflict on any version but the one that was read, and nothing of the change is there', async () => {
    const before = await put('course-2', session('course-2'));
    const after = {
      course: { ...before.course, title: '新名称', version: 2 },
      sessions: [session('course-2', 1, { sequence: 1 })],
    };
    expect(await store.courses.put({ before, after, organised }, [])).toBe('done');
    expect(await store.courses.put({ before, after, organised }, [])).toBe('conflict');
    expect(await store.courses.put({ after: before, organised }, []), 'an id is given once').toBe('conflict');
    expect((await store.courseSessions.get('course-2-001'))?.sequence).toBe(1);
  });

  it('leaves the seats that are taken alone when its capacity changes', async () => {
    const before = await put('course-3', session('course-3'));
    await test.plant({ ...keys.seats('course-3'), ...seatsOf({ capacity: 50, taken: 7, waiting: 2, tickets: 9 }) });
    const after = { ...before, course: { ...before.course, capacity: 8, version: 2 } };
    await store.courses.put({ before, after, organised }, []);
    expect(await store.courses.seats('course-3')).toEqual(seatsOf({ capacity: 8, taken: 7, waiting: 2, tickets: 9 }));
  });

  it('moves its line in the unit’s list with its first day, and leaves none behind', async () => {
    const before = await put('course-4', session('course-4'));
    const later = { startsAt: '2026-05-01T01:00:00.000Z', endsAt: '2026-05-01T02:00:00.000Z' };
    const after = { course: { ...before.course, ...later, version: 2 }, sessions: [session('course-4', 1, later)] };
    await store.courses.put({ before, after, organised }, []);
    const lines = (await store.courses.ofUnit('unit-a', { limit: 50 })).found.filter(
      (line) => line.course === 'course-4',
    );
    expect(lines.map(({ startsAt }) => startsAt)).toEqual([later.startsAt]);
    expect((await store.schedule.list('36', '2026-04')).some((line) => line.course === 'course-4')).toBe(false);
  });

  it('is written once for one request, and the request is told before a conflict', async () => {
    const request = { person: 'person-clerk', id: 'request-a', bodyHash: 'hash', outcome: '{}', at: NOON };
    const after = { course: course('course-5'), sessions: [session('course-5')] };
    expect(await store.courses.put({ after, organised, request }, [])).toBe('done');
    expect(await store.courses.put({ after, organised, request }, [])).toBe('request-used');
    expect(await store.requests.find('person-clerk', 'request-a')).toEqual({ bodyHash: 'hash', outcome: '{}' });
    expect(await store.requests.find('person-other', 'request-a')).toBeUndefined();
  });
});

describe('the schedule', () => {
  it('costs by the size of the month that is shown, and not by how many are enrolled', async () => {
    await put('course-6', ...[1, 2, 3].map((number) => session('course-6', number)));
    const cost = async () => {
      test.spent();
      await store.courses.seatsOf((await store.schedule.list('36', '2026-04')).map((line) => line.course));
      return test.spent();
    };
    const before = await cost();
    await test.plant({ ...keys.seats('course-6'), ...seatsOf({ taken: 99_999, capacity: 100_000 }) });
    expect(await cost()).toEqual(before);
    expect(before.requests).toBe(2);
  });
});

describe('a corrupt item is named by its key', () => {
  const bad = { PK: 'COURSE#course-bad', title: 'SECRET' };
  it.each<[string, string, () => Promise<unknown>]>([
    ['course', 'COURSE', () => store.courses.get('course-bad')],
    ['seats', 'SEATS', () => store.courses.seats('course-bad')],
    ['session', 'SESSION#course-bad-001', () => store.courseSessions.get('course-bad-001')],
    ['enrolment', 'ENROLMENT#person-bad', () => store.enrolments.get('course-bad', 'person-bad')],
    ['queue', 'WAIT#0000001', () => store.enrolments.firstWaiting('course-bad')],
    ['offer', 'OFFER#2026#person-bad', () => store.enrolments.firstLapsed('course-bad', '2027')],
  ])('%s', async (_what, SK, read) => {
    await test.plant({ ...bad, SK });
    await expect(read()).rejects.toThrow(new CorruptItem({ PK: bad.PK, SK }));
  });

  it('in the lists of units and of months, too', async () => {
    await test.plant({ PK: 'UNIT#unit-bad', SK: 'COURSE#2026-01-01#x' });
    await expect(store.courses.ofUnit('unit-bad', { limit: 3 })).rejects.toThrow('corrupt item UNIT#unit-bad');
    await test.plant({ PK: 'SCHEDULE#99#2026-01', SK: '2026-01-01#x' });
    await expect(store.schedule.list('99', '2026-01')).rejects.toThrow('corrupt item SCHEDULE#99#2026-01');
    await test.plant({ PK: 'PERSON#person-bad', SK: 'REQUEST#request-bad' });
    await expect(store.requests.find('person-bad', 'request-bad')).rejects.toThrow('corrupt item PERSON#person-bad');
  });
});
