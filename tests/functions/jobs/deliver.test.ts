import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { decideEnrolment } from '../../../functions/app/enrolments.ts';
import { deliver } from '../../../functions/jobs/deliver.ts';
import { tick } from '../../../functions/jobs/tick.ts';
import { outboxPut } from '../../../functions/store/outbox.ts';
import { transact } from '../../../functions/store/transactions.ts';
import { change, enrolAs, freshRequest, MORNING, moveAs, people, publishedCourse } from '../../support/courses.ts';
import { addressOf, type Box, openBox, passMinutes, withAddresses } from '../../support/mail.ts';
import { OPERATOR, settle, workerId } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
let box: Box;
const [ada, bo, cy] = ['person-00001', 'person-00002', 'person-00003'] as const;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  await people(world, 3);
  await withAddresses(world, [ada, bo, cy]);
}, 60_000);
afterAll(() => world.test.close());

beforeEach(async () => {
  box = openBox(world);
  await untilEmpty();
  box.mails.length = 0;
  passMinutes(world, 1);
});

const LONG = 100_000;

async function untilEmpty(): Promise<void> {
  const { sent } = await deliver(box.deps)(LONG);
  if (sent > 0) await untilEmpty();
}

async function due(): Promise<string[]> {
  return (await box.deps.store.outbox.due('2099')).map(({ message }) => message.kind);
}

/** A later morning for the course's one session. */
function moved(days: number) {
  const plus = (at: string) => at.replace('-01T', `-${String(1 + days).padStart(2, '0')}T`);
  return { startsAt: plus(MORNING.startsAt), endsAt: plus(MORNING.endsAt) };
}

const moveSession = (course: string, days: number) =>
  change(world, course, { kind: 'change-session', session: `${course}-001`, plan: moved(days) });

it('tells each of 120 people once of a new time, whoever has an address and wants to be told', async () => {
  const many = await people(world, 120, 'crowd');
  await withAddresses(world, many.slice(0, 118));
  await withAddresses(world, many.slice(118, 119), false);
  const course = await publishedCourse(world, { plan: { capacity: 118 } });
  for (const person of many) await enrolAs(world, course, person);
  await moveSession(course, 1);
  const tally = await deliver(box.deps)(LONG);
  expect(tally).toEqual({ sent: 118, failed: 0, refused: 0, late: 0 });
  expect(box.mails.map(({ to }) => to).sort()).toEqual(many.slice(0, 118).map(addressOf).sort());
  expect(new Set(box.mails.map(({ messageId }) => messageId)).size).toBe(118);
  expect(await due()).toEqual([]);
  expect((await deliver(box.deps)(LONG)).sent).toBe(0);
}, 120_000);

it('tells of three changes in a row in one mail, from what it was to what it is', async () => {
  const course = await publishedCourse(world);
  await enrolAs(world, course, ada);
  for (const days of [1, 2, 3]) await moveSession(course, days);
  box = openBox(world, 120_000);
  expect((await deliver(box.deps)(LONG)).sent).toBe(0);
  passMinutes(world, 2);
  expect((await deliver(box.deps)(LONG)).sent).toBe(1);
  const text = box.mails[0]?.text ?? '';
  expect(text).toContain('原来: 2026年4月1日（周三） 09:00–12:00');
  expect(text).toContain('现在: 2026年4月4日（周六） 09:00–12:00');
  expect(text).not.toContain('4月2日');
  expect(await due()).toEqual([]);
});

it('sends nothing when all came back to what it was, nor to who left or came after the change', async () => {
  const course = await publishedCourse(world);
  await enrolAs(world, course, ada);
  await moveSession(course, 1);
  await moveSession(course, 0);
  expect((await deliver(box.deps)(LONG)).sent).toBe(0);
  await moveSession(course, 2);
  passMinutes(world, 1);
  await moveAs(world, course, ada, { move: 'withdraw' });
  await enrolAs(world, course, bo);
  expect((await deliver(box.deps)(LONG)).sent).toBe(0);
  expect(await due()).toEqual([]);
});

it('tells why a course is off, and leads nowhere but to its page and to where mails are turned off', async () => {
  const course = await publishedCourse(world);
  await enrolAs(world, course, ada);
  await change(world, course, { kind: 'cancel', why: '教室漏水' });
  await deliver(box.deps)(LONG);
  const [mail] = box.mails;
  expect(mail?.subject).toContain('有变动');
  expect(mail?.text).toContain('取消了。原因：教室漏水');
  expect(mail?.text).toContain('is cancelled. Why: 教室漏水');
  const links = new Set(mail?.text.match(/https:\S+/g));
  const pages = [`course/?c=${course}`, 'profile/'];
  expect([...links]).toEqual(
    ['', 'en/'].flatMap((root) => pages.map((page) => `https://zhuren.example/${root}${page}`)),
  );
  expect(mail?.headers).toEqual({
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': '<https://zhuren.example/profile/>',
  });
});

it('offers a freed seat by mail while the offer is open, and not after', async () => {
  const course = await publishedCourse(world, { plan: { capacity: 1 } });
  for (const person of [ada, bo, cy]) await enrolAs(world, course, person);
  await moveAs(world, course, ada, { move: 'withdraw' });
  await deliver(box.deps)(LONG);
  expect(box.taken()).toEqual([addressOf(bo)]);
  await moveAs(world, course, bo, { move: 'decline' });
  await moveAs(world, course, cy, { move: 'decline' });
  await deliver(box.deps)(LONG);
  expect(box.taken()).toEqual([]);
  expect(await due()).toEqual([]);
});

it('tells what a unit has decided, and not why; what one does oneself is not told', async () => {
  const worker = workerId('21');
  await withAddresses(world, [worker]);
  const course = await publishedCourse(world, { plan: { approval: 'unit' } });
  const subjects = [];
  for (const decision of ['approve', 'remove', 'refuse'] as const) {
    if (decision !== 'remove') expect((await enrolAs(world, course, worker)).state).toBe('requested');
    const { version = 0 } = (await world.deps.store.enrolments.get(course, worker)) ?? {};
    const body = { request: freshRequest(), decision, why: '请先完成岗前培训', version };
    await decideEnrolment(world.deps)(OPERATOR, { params: { course, person: worker }, query: undefined, body });
    await deliver(box.deps)(LONG);
    subjects.push(...box.mails.map(({ subject }) => subject));
    for (const { text } of box.mails.splice(0)) expect(text).not.toContain('岗前培训');
    passMinutes(world, 1);
  }
  expect(subjects).toEqual([
    expect.stringContaining('报名成功'),
    expect.stringContaining('你已不在'),
    expect.stringContaining('报名未通过'),
  ]);
  await enrolAs(world, course, worker);
  await moveAs(world, course, worker, { move: 'withdraw' });
  await deliver(box.deps)(LONG);
  expect(box.taken()).toEqual([]);
});

it('sends the newest code alone, to an address that still waits', async () => {
  const { contacts } = world.deps.store;
  const person = 'person-00002';
  const before = await contacts.get(person);
  const waiting = { email: 'new@mail.example', codeHash: await world.deps.digest('code-2'), expiresAt: '2027' };
  for (const code of ['code-1', 'code-2']) {
    const at = `${world.clock.now.slice(0, -2)}${code.slice(-1)}Z`;
    const message = { kind: 'confirm-address', person, code, at } as const;
    await transact(world.test.table, [{ write: outboxPut(world.test.table, message), refused: 'never' }]);
  }
  await contacts.put(person, { before, after: { wantsNotices: true, asked: [], ...before, waiting } });
  passMinutes(world, 1);
  await deliver(box.deps)(LONG);
  expect(box.mails.map(({ to }) => to)).toEqual(['new@mail.example']);
  expect(box.mails[0]?.text).toContain('https://zhuren.example/profile/#email=code-2');
  expect(box.mails[0]?.headers).not.toHaveProperty('List-Unsubscribe');
});

it('tries again later what cannot be sent, keeps the others waiting no longer than that, and gives up after a day', async () => {
  const course = await publishedCourse(world);
  for (const person of [ada, bo, cy]) await enrolAs(world, course, person);
  await moveSession(course, 1);
  box.fate.set(addressOf(bo), new Error('no line'));
  await deliver(box.deps)(LONG);
  expect(box.taken()).toEqual([addressOf(ada)]);
  expect(world.lines.at(-1)).toBe(JSON.stringify({ level: 'error', job: 'deliver', message: 'news', fault: 'Error' }));
  passMinutes(world, 3);
  await deliver(box.deps)(LONG);
  expect(box.taken()).toEqual([addressOf(cy)]);
  expect(await due()).toEqual(['news']);
  const tallies = [];
  for (let hours = 0; hours < 30; hours += 1) {
    passMinutes(world, 60);
    const { failed, late } = await deliver(box.deps)(LONG);
    if (failed > 0) tallies.push(late);
  }
  expect(tallies).toEqual([0, 1, 1, 1, 1, 1, 1]);
  expect(await due()).toEqual([]);
});

it('fails a run in which a mail was refused, so that somebody looks, and sends all others', async () => {
  const course = await publishedCourse(world);
  for (const person of [ada, bo, cy]) await enrolAs(world, course, person);
  await moveSession(course, 1);
  box.fate.set(addressOf(ada), 'refused');
  await expect(tick(box.deps)).rejects.toThrow('mail refused: 1, late: 0');
  expect(box.taken()).toEqual([addressOf(bo), addressOf(cy)]);
  await expect(tick(box.deps)).resolves.toBeUndefined();
});

it('goes on in the next run where time was up, and sends what is for one person before what is for many', async () => {
  const course = await publishedCourse(world, { plan: { capacity: 2 } });
  for (const person of [ada, bo, cy]) await enrolAs(world, course, person);
  await moveSession(course, 1);
  await moveAs(world, course, bo, { move: 'withdraw' });
  await deliver(box.deps)(4);
  expect(box.taken()).toEqual([addressOf(cy), addressOf(ada)]);
  await deliver(box.deps)(LONG);
  expect(box.taken()).toEqual([addressOf(cy)]);
});

it('never works twice on one message, however many runs there are at once', async () => {
  const course = await publishedCourse(world);
  for (const person of [ada, bo, cy]) await enrolAs(world, course, person);
  await moveSession(course, 1);
  await Promise.all(Array.from({ length: 6 }, () => deliver(box.deps)(LONG)));
  expect(box.taken().sort()).toEqual([ada, bo, cy].map(addressOf));
  expect(await due()).toEqual([]);
});

it('loses nobody while no mail can be sent for an hour: one a try is left to a message of their own', async () => {
  const many = await people(world, 30, 'outage');
  await withAddresses(world, many);
  const course = await publishedCourse(world, { plan: { capacity: 30 } });
  for (const person of many) await enrolAs(world, course, person);
  await moveSession(course, 1);
  for (const person of many) box.fate.set(addressOf(person), new Error('no line'));
  for (let minute = 0; minute < 60; minute += 2) {
    await deliver(box.deps)(LONG);
    passMinutes(world, 2);
  }
  const lying = await due();
  expect(lying.filter((kind) => kind === 'news').length).toBeLessThan(10);
  box.fate.clear();
  for (let hour = 0; hour < 20; hour += 1) {
    await deliver(box.deps)(LONG);
    passMinutes(world, 60);
  }
  expect(box.taken().sort()).toEqual(many.map(addressOf).sort());
  expect(await due()).toEqual([]);
}, 120_000);
