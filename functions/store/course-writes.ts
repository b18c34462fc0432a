// What a change of a course writes: the course on the version that was read, and with it the sessions that differ, the state and the capacity of
// its seats, its line in the unit's list and in the public schedule, and the notice for those who come. The version guards all of them.
import { type Course, firstDay, type Session } from '../domain/courses/course.ts';
import type { Notice } from '../domain/courses/notice.ts';
import { keys, LATER } from './keys.ts';
import { outboxPut } from './outbox.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { type Organised, scheduleItem, scheduleWrites } from './schedule.ts';
import type { Table } from './table.ts';
import { type Part, putAny, putNew, type Write } from './transactions.ts';

/** A course with its sessions, cancelled ones too. */
export interface Planned {
  course: Course;
  sessions: readonly Session[];
}

/** A course before (missing: a new one) and after a change; the version after is one more. */
export interface CoursePut {
  before?: Planned | undefined;
  after: Planned;
  organised: Organised;
  notice?: Notice | undefined;
  request?: NewRequest | undefined;
}

/** A course as its unit's list shows it. */
export interface CourseLine extends Pick<Course, 'title' | 'kind' | 'form' | 'state' | 'startsAt' | 'endsAt'> {
  course: string;
  /** How many sessions are held. */
  sessions: number;
}

/** The writes of a change, the request first. `conflict`: the course is no longer what was read. */
export function courseParts(table: Table, put: CoursePut): Part<'request-used' | 'conflict'>[] {
  const { before, after, organised, notice, request } = put;
  const { id, version } = after.course;
  const writes = [
    courseWrite(table, before?.course, after.course),
    ...seatsWrites(table, before?.course, after.course),
    ...sessionWrites(table, before?.sessions ?? [], after.sessions),
    ...lineWrites(table, before, after),
    ...scheduleWrites(table, scheduleOf(before, organised), scheduleOf(after, organised)),
    ...(notice === undefined ? [] : noticeWrites(table, { course: id, version }, notice)),
  ];
  return [...requestParts(table, request), ...writes.map((write) => ({ write, refused: 'conflict' as const }))];
}

/** The notice, and the message that it is there to those who come. */
function noticeWrites(table: Table, { course, version }: { course: string; version: number }, notice: Notice): Write[] {
  return [
    putNew(table, { ...keys.notice(course, version), ...notice }),
    outboxPut(table, { kind: 'course', course, version, at: notice.at }),
  ];
}

function courseWrite(table: Table, before: Course | undefined, after: Course): Write {
  const item = { ...keys.course(after.id), ...after };
  if (before === undefined) return putNew(table, item);
  return {
    Put: {
      TableName: table.name,
      Item: item,
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': before.version },
    },
  };
}

/** The seats know the state and the capacity, so that enrolling need not look at the course itself; who has a seat is not touched here. */
function seatsWrites(table: Table, before: Course | undefined, after: Course): Write[] {
  const { id, state, capacity } = after;
  if (before === undefined)
    return [putNew(table, { ...keys.seats(id), state, capacity, taken: 0, waiting: 0, tickets: 0 })];
  if (before.state === state && before.capacity === capacity) return [];
  const update = {
    TableName: table.name,
    Key: keys.seats(id),
    UpdateExpression: 'SET #state = :state, #capacity = :capacity',
    ConditionExpression: 'attribute_exists(PK)',
    ExpressionAttributeNames: { '#state': 'state', '#capacity': 'capacity' },
    ExpressionAttributeValues: { ':state': state, ':capacity': capacity },
  };
  return [{ Update: update }];
}

function sessionWrites(table: Table, before: readonly Session[], after: readonly Session[]): Write[] {
  const held = new Map(before.map((session) => [session.id, JSON.stringify(session)]));
  const kept = new Set(after.map(({ id }) => id));
  const keyOf = ({ course, id }: Session) => keys.courseSession(course, id);
  return [
    ...before
      .filter(({ id }) => !kept.has(id))
      .map((session) => ({ Delete: { TableName: table.name, Key: keyOf(session) } })),
    ...after
      .filter((session) => held.get(session.id) !== JSON.stringify(session))
      .map((session) => putAny(table, { ...keyOf(session), ...session })),
  ];
}

/** The line in the unit's list, which moves when the first day does. */
function lineWrites(table: Table, before: Planned | undefined, after: Planned): Write[] {
  const [held, next] = [before && lineItem(before), lineItem(after)];
  if (held !== undefined && JSON.stringify(held) === JSON.stringify(next)) return [];
  const moved = held !== undefined && held.SK !== next.SK;
  return [
    ...(moved ? [{ Delete: { TableName: table.name, Key: { PK: held.PK, SK: held.SK } } }] : []),
    putAny(table, next),
  ];
}

function lineItem({ course, sessions }: Planned) {
  const { id, unit, title, kind, form, state, startsAt, endsAt } = course;
  const line: CourseLine = {
    ...{ course: id, title, kind, form, state },
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(endsAt === undefined ? {} : { endsAt }),
    sessions: sessions.filter((session) => session.state === 'planned').length,
  };
  return { ...keys.courseOfUnit(unit, firstDay(course) ?? LATER, id), ...line };
}

/** A course that was never published has no lines; those of one that was stay where they are, whatever became of it. */
function scheduleOf(planned: Planned | undefined, organised: Organised) {
  if (planned?.course.publishedAt === undefined) return [];
  return planned.sessions.map((session) => scheduleItem(planned.course, session, organised));
}
