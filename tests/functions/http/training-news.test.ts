// What changed since one last looked: in listMyTraining, until seeNews says that it was seen.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, enrolAs, MORNING, moveAs, publishedCourse } from '../../support/courses.ts';
import { type Came, openStaff, type Staff } from '../../support/staff.ts';
import { post, problemOf } from '../../support/transports.ts';
import type { SignedIn } from '../../support/world.ts';

const LATER = { startsAt: '2026-04-01T06:00:00.000Z', endsAt: '2026-04-01T09:00:00.000Z' };
let staff: Staff;
let me: SignedIn;

beforeAll(async () => {
  staff = await openStaff('in process');
  me = await staff.world.signIn();
}, 60_000);
afterAll(() => staff.close());

async function newsOf(course: string, who = me): Promise<Came> {
  const asked = { headers: who.headers };
  const response = await staff.transport.send(`/api/candidate/people/${who.person}/training`, asked);
  return ((await response.json()) as Came).enrolments.find((one: Came) => one.course === course).news;
}

const see = (seen: { course: string; upTo: number }[], who = me) =>
  staff.transport.send(`/api/candidate/people/${who.person}/training/news`, post({ seen }, me.headers));
const move = (course: string, plan: object) =>
  change(staff.world, course, { kind: 'change-session', session: `${course}-001`, plan });

it('tells a new time until it is seen, as it was when one last looked', async () => {
  const id = await publishedCourse(staff.world);
  await enrolAs(staff.world, id, me.person);
  expect(await newsOf(id)).toBeUndefined();
  await move(id, LATER);
  const upTo = await move(id, { place: { division: '360400', address: '二号教室' } });
  const news = await newsOf(id);
  expect(news).toMatchObject({ upTo, changes: [{ news: ['time', 'place'], before: MORNING, after: LATER }] });
  expect(await (await see([{ course: id, upTo }])).json()).toEqual({ seen: 1 });
  expect(await newsOf(id)).toBeUndefined();
  expect((await see([{ course: id, upTo: 1 }])).status, 'an older page').toBe(200);
  expect(await newsOf(id), 'what was seen stays seen').toBeUndefined();
  await move(id, MORNING);
  expect((await newsOf(id)).changes).toMatchObject([{ news: ['time'], before: LATER, after: MORNING }]);
});

it('tells each for themselves, from when they came in, and nobody who is out', async () => {
  const id = await publishedCourse(staff.world, { plan: { link: 'https://example.cn/room' } });
  await enrolAs(staff.world, id, me.person);
  staff.world.clock.now = '2026-03-01T04:10:00.000Z';
  await move(id, { ...LATER, link: 'https://example.cn/other' });
  staff.world.clock.now = '2026-03-01T04:20:00.000Z';
  const [late, gone] = [await staff.world.signIn(), await staff.world.signIn()];
  for (const who of [late, gone]) await enrolAs(staff.world, id, who.person);
  expect((await newsOf(id)).changes[0].after.link).toBe('https://example.cn/other');
  expect(await newsOf(id, late)).toBeUndefined();
  await moveAs(staff.world, id, gone.person, { move: 'withdraw' });
  await move(id, MORNING);
  expect((await newsOf(id, late)).changes).toHaveLength(1);
  expect(await newsOf(id, gone)).toBeUndefined();
});

it('keeps where a session is followed online from those who wait', async () => {
  const id = await publishedCourse(staff.world, { plan: { capacity: 1 } });
  const waiting = await staff.world.signIn();
  for (const who of [me, waiting]) await enrolAs(staff.world, id, who.person);
  await move(id, { link: 'https://example.cn/room' });
  expect((await newsOf(id)).changes[0].after.link).toBe('https://example.cn/room');
  expect(JSON.stringify(await newsOf(id, waiting))).not.toContain('example.cn');
});

it('tells that a session or the whole course is off, with the reason', async () => {
  const id = await publishedCourse(staff.world);
  await enrolAs(staff.world, id, me.person);
  await change(staff.world, id, { kind: 'cancel', why: '台风' });
  expect(await newsOf(id)).toMatchObject({ cancelled: '台风', changes: [] });
});

it('notes nothing for a course that one is not in, and nothing for somebody else', async () => {
  const id = await publishedCourse(staff.world);
  expect(await (await see([{ course: id, upTo: 9 }])).json()).toEqual({ seen: 0 });
  const other = await staff.world.signIn();
  expect(await problemOf(await see([{ course: id, upTo: 9 }], other))).toBe('404 not_found');
});
