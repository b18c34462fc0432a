// One's own training whole, at the real edge: what the door has of one, leave with its answer, where it is, and what a closed course has brought.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MORNING, PLACE } from '../../support/courses.ts';
import { type Hall, openHall } from '../../support/door.ts';
import type { Came } from '../../support/staff.ts';
import type { SignedIn } from '../../support/world.ts';

const LIVE = {
  form: 'live',
  startsAt: '2026-04-02T01:00:00.000Z',
  endsAt: '2026-04-02T04:00:00.000Z',
  link: 'https://meeting.example/1',
} as const;

let hall: Hall;
beforeAll(async () => {
  hall = await openHall({ plan: { form: 'mixed', minutesPerHour: 45 }, sessions: [MORNING, LIVE] });
}, 60_000);
afterAll(() => hall.close());

async function mine(who: SignedIn): Promise<Came> {
  const { enrolments } = await hall.get(`candidate/people/${who.person}/training`, who);
  return enrolments.find(({ course }: Came) => course === hall.course);
}

it('tells the place, the course’s where a session has no other, and none of what is online', async () => {
  const who = await hall.come();
  hall.at(-120);
  const { sessions } = await mine(who);
  expect(sessions.map(({ place, link }: Came) => [place, link])).toEqual([
    [PLACE, undefined],
    [undefined, LIVE.link],
  ]);
  expect(sessions[0]).not.toHaveProperty('own');
  expect(sessions[0]).not.toHaveProperty('excuse');
});

it('tells since when one is in, that one is out, and who forgot to sign out or was not there', async () => {
  const [ada, bo, cy] = [await hall.come(), await hall.come(), await hall.come()];
  const own = async (who: SignedIn) => (await mine(who)).sessions[0].own;
  hall.at(-8);
  for (const who of [ada, bo]) await hall.checkIn(who, await hall.scan('in'));
  expect(await own(ada)).toEqual({ state: 'in', in: '2026-04-01T00:52:00.000Z' });
  expect(await own(cy)).toBeUndefined();
  hall.at(178);
  await hall.checkIn(ada, await hall.scan('out'));
  hall.at(241);
  const out = { state: 'out', in: '2026-04-01T00:52:00.000Z', out: '2026-04-01T03:58:00.000Z' };
  expect(await own(ada)).toEqual(out);
  expect(await own(bo)).toEqual({ state: 'no-sign-out', in: '2026-04-01T00:52:00.000Z' });
  expect(await own(cy)).toEqual({ state: 'absent' });
});

it('tells what became of a leave, with the reason of whoever decided', async () => {
  const who = await hall.come();
  hall.at(-60);
  const excuse = async () => (await mine(who)).sessions[0].excuse;
  await hall.send(`candidate/sessions/${hall.session}/excuse`, { state: 'asked', why: '病假', version: 0 }, who);
  expect(await excuse()).toEqual({ state: 'asked', version: 1, why: '病假' });
  const decision = { version: 1, decision: 'refused', why: '请提供证明' };
  await hall.send(`trainer/sessions/${hall.session}/excuses/${who.person}/decisions`, decision);
  expect(await excuse()).toEqual({ state: 'refused', version: 2, why: '请提供证明' });
});

it('lists for its trainer the session that is next, with its place, as long as there is one', async () => {
  const next = async () => {
    const { courses } = await hall.get('trainer/units/21/courses');
    return courses.find(({ course }: Came) => course === hall.course).next;
  };
  hall.at(10);
  expect(await next()).toEqual({ session: hall.session, startsAt: MORNING.startsAt, place: PLACE.address });
  hall.at(181);
  expect(await next()).toEqual({ session: `${hall.course}-002`, startsAt: LIVE.startsAt });
  hall.at(3000);
  expect(await next()).toBeUndefined();
});

it('tells the hours that a closed course has brought, and the number of the certificate', async () => {
  const [ada, bo] = [await hall.come(), await hall.come()];
  hall.at(0);
  await hall.checkIn(ada, await hall.scan('in'));
  hall.at(180);
  await hall.checkIn(ada, await hall.scan('out'));
  hall.at(3000);
  const version = (await hall.world.deps.store.courses.get(hall.course))?.version;
  await hall.send(`trainer/courses/${hall.course}/closing`, { version });
  expect((await mine(ada)).earned).toEqual({ minutes: 180, minutesPerHour: 45 });
  expect((await mine(bo)).earned).toEqual({ minutes: 0, minutesPerHour: 45 });
  const issued = await hall.send(`documents/courses/${hall.course}/completions`, { people: [ada.person] });
  expect(issued.status).toBe(200);
  const [completion] = (await hall.get(`candidate/people/${ada.person}/completions`, ada)).completions;
  expect((await mine(ada)).earned).toEqual({ minutes: 180, minutesPerHour: 45, completion: completion.number });
});
