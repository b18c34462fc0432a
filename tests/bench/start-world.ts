// Three thousand people with a seat before one set paper of eighty questions, put into a table directly: it is their starting that is measured.
import { createHash } from 'node:crypto';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { inParallel } from '../../functions/app/in-parallel.ts';
import { makeMockBank } from '../../functions/deps.ts';
import type { Enrolment } from '../../functions/domain/courses/enrolment.ts';
import type { SetPaper } from '../../functions/domain/papers/set-paper.ts';
import { type Instant, instantOf, msOf } from '../../functions/domain/time.ts';
import { keys } from '../../functions/store/keys.ts';
import { mockKeys } from '../../functions/store/mock-keys.ts';
import type { Session } from '../../functions/store/sessions.ts';
import type { Table } from '../../functions/store/table.ts';
import { dist } from './dist.ts';
import type { Ask } from './runners/rush.ts';

const PEOPLE = 3_000;
const COURSE = 'course-of-the-bench';
export const PAPER = 'paper-of-the-bench';
const SUBJECT = 'junior-comprehensive';
const HOUR_MS = 3_600_000;

/** What BatchWriteItem takes in one request. */
const WRITES_MOST = 25;

type Item = { PK: string; SK: string };

/** Fills a table; gives what each of them asks. */
export async function plantSitters(table: Table, now: Instant): Promise<Ask[]> {
  const people = Array.from({ length: PEOPLE }, (_, i) => `person-${String(i + 1).padStart(5, '0')}`);
  const items: Item[] = [await paperItem(now), ...people.flatMap((person) => personItems(person, now))];
  const parts = Array.from({ length: Math.ceil(items.length / WRITES_MOST) }, (_, i) =>
    items.slice(i * WRITES_MOST, (i + 1) * WRITES_MOST),
  );
  await inParallel(4, parts, (part) => put(table, part));
  return people.map((person, i) => ({
    path: `/api/mock/people/${person}/attempts`,
    cookie: `__Host-session=${tokenOf(person)}`,
    body: { kind: 'set', request: `request-of-the-bench-${i}`, device: `phone-of-${person}`, paper: PAPER },
  }));
}

async function put(table: Table, items: readonly Item[]): Promise<void> {
  const RequestItems = { [table.name]: items.map((Item) => ({ PutRequest: { Item } })) };
  const { UnprocessedItems: left = {} } = await table.doc.send(new BatchWriteCommand({ RequestItems }));
  if (Object.keys(left).length > 0) throw new Error('the engine left items unwritten');
}

const tokenOf = (person: string) => `token-of-${person}`;

async function paperItem(now: Instant): Promise<Item> {
  const bank = makeMockBank(new URL(`file://${dist}/functions/mock/mock/`));
  const items = (await bank.subject(SUBJECT))?.items.slice(0, 80) ?? [];
  const closesAt = instantOf(msOf(now) + 3 * HOUR_MS);
  const paper: SetPaper = {
    ...{ id: PAPER, unit: 'unit-of-the-bench', group: { kind: 'course', id: COURSE }, title: '模拟考试' },
    ...{ subject: SUBJECT, form: 'official', blueprint: 'official-1', mode: 'realistic', opensAt: now, closesAt },
    ...{
      minutes: 120,
      factorMost: 100,
      graceMs: 120_000,
      shuffle: true,
      results: 'after-close',
      review: 'after-close',
    },
    ...{ ranking: 'off', seed: 1, refs: items.map(({ id, version }) => ({ id, version })), state: 'scheduled' },
    ...{ createdAt: now, createdBy: 'trainer', version: 1 },
  };
  return { ...mockKeys.paper(PAPER), ...paper };
}

function personItems(person: string, now: Instant): Item[] {
  const signIn: Session = { person, startedAt: now, expiresAt: instantOf(msOf(now) + 24 * HOUR_MS) };
  const seat = { course: COURSE, person, name: '考生', state: 'enrolled', at: now, steps: [], version: 1 } as const;
  const hash = createHash('sha256').update(tokenOf(person)).digest('base64url');
  return [
    { ...keys.session(hash), ...signIn },
    { ...keys.enrolment(COURSE, person), ...(seat satisfies Enrolment) },
  ];
}
