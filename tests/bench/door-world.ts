// Many people with a seat before many open doors, put into a table directly: it is their coming that is measured.
import { createHash } from 'node:crypto';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { inParallel } from '../../functions/app/in-parallel.ts';
import { type Course, type Session, sessionId } from '../../functions/domain/courses/course.ts';
import type { Enrolment } from '../../functions/domain/courses/enrolment.ts';
import { newPlan } from '../../functions/domain/courses/plan.ts';
import { type Instant, instantOf, msOf } from '../../functions/domain/time.ts';
import type { Door } from '../../functions/store/doors.ts';
import { keys } from '../../functions/store/keys.ts';
import type { Session as SignIn } from '../../functions/store/sessions.ts';
import type { Table } from '../../functions/store/table.ts';

/** Courses, the people of each, and its sessions, held at the same time: whoever has come through one door goes on to the next. */
const COURSES = 20;
const PEOPLE = 250;
const SESSIONS = 8;

/** What BatchWriteItem takes in one request. */
const WRITES_MOST = 25;
const HOUR_MS = 3_600_000;

/** Somebody's way through a door. */
export interface Visit {
  person: string;
  cookie: string;
  session: string;
  /** The door's, from which its screen makes the codes. */
  secret: string;
}

type Item = { PK: string; SK: string };

/** Fills a table; gives the ways through every door, door after door. */
export async function plantDoors(table: Table, now: Instant): Promise<Visit[]> {
  const courses = Array.from({ length: COURSES }, (_, i) => `course-${String(i + 1).padStart(4, '0')}`);
  const items: Item[] = [];
  const visits: Visit[] = [];
  for (const course of courses) {
    items.push({ ...keys.course(course), ...courseOf(course, now) });
    for (let number = 1; number <= SESSIONS; number += 1) items.push(...sessionItems(course, number, now));
    for (const person of peopleOf(course)) items.push(...personItems(course, person, now));
  }
  for (let number = 1; number <= SESSIONS; number += 1) {
    for (const course of courses) visits.push(...visitsOf(course, sessionId(course, number)));
  }
  const parts = Array.from({ length: Math.ceil(items.length / WRITES_MOST) }, (_, i) =>
    items.slice(i * WRITES_MOST, (i + 1) * WRITES_MOST),
  );
  await inParallel(4, parts, (part) => put(table, part));
  return visits;
}

async function put(table: Table, items: readonly Item[]): Promise<void> {
  const RequestItems = { [table.name]: items.map((Item) => ({ PutRequest: { Item } })) };
  const { UnprocessedItems: left = {} } = await table.doc.send(new BatchWriteCommand({ RequestItems }));
  if (Object.keys(left).length > 0) throw new Error('the engine left items unwritten');
}

function visitsOf(course: string, session: string): Visit[] {
  return peopleOf(course).map((person) => ({
    person,
    cookie: `__Host-session=${tokenOf(person)}`,
    session,
    secret: secretOf(session),
  }));
}

function peopleOf(course: string): string[] {
  return Array.from({ length: PEOPLE }, (_, i) => `${course}-person-${String(i + 1).padStart(4, '0')}`);
}

const tokenOf = (person: string) => `token-of-${person}`;
const secretOf = (session: string) => `secret-of-the-door-of-${session}`;

function courseOf(id: string, now: Instant): Course {
  const plan = newPlan('考前冲刺班', 'pre-exam', 'on-site');
  const made = { unit: 'unit-of-the-bench', state: 'published', createdAt: now, createdBy: 'trainer' } as const;
  return { ...plan, id, ...made, capacity: PEOPLE, nextSession: SESSIONS + 1, version: 1 };
}

function sessionItems(course: string, number: number, now: Instant): Item[] {
  const id = sessionId(course, number);
  const [startsAt, endsAt] = [now, instantOf(msOf(now) + 3 * HOUR_MS)];
  const held = { form: 'on-site', startsAt, endsAt, trainers: [], state: 'planned', sequence: 0 } as const;
  const session: Session = { id, course, ...held };
  const door: Door = { session: id, secret: secretOf(id), openedAt: now, by: 'trainer', windows: [] };
  return [
    { ...keys.courseSession(course, id), ...session },
    { ...keys.door(id), ...door },
  ];
}

function personItems(course: string, person: string, now: Instant): Item[] {
  const signIn: SignIn = { person, startedAt: now, expiresAt: instantOf(msOf(now) + 24 * HOUR_MS) };
  const enrolment: Enrolment = { course, person, name: '考生', state: 'enrolled', at: now, steps: [], version: 1 };
  const hash = createHash('sha256').update(tokenOf(person)).digest('base64url');
  return [
    { ...keys.session(hash), ...signIn },
    { ...keys.enrolment(course, person), ...enrolment },
  ];
}
