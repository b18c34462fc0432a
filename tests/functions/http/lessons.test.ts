// Recorded lessons at the real edge: a player's beats, what they come to, and the hours that are written of them (goal A4).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MORNING } from '../../support/courses.ts';
import { type Hall, openHall } from '../../support/door.ts';
import type { SignedIn } from '../../support/world.ts';

const LESSONS = [
  { title: '第一课', minutes: 10, link: 'https://video.example/1.mp4' },
  { title: '第二课', minutes: 5, link: 'https://video.example/2.mp4' },
];
/** Open for a week. */
const RECORDED = {
  ...{ form: 'recorded' as const, startsAt: MORNING.startsAt, endsAt: '2026-04-08T01:00:00.000Z', lessons: LESSONS },
} as const;
const WEEK_MIN = 7 * 24 * 60;

let hall: Hall;
beforeAll(async () => {
  const sessions = [{ ...RECORDED, lessons: [...LESSONS] }];
  hall = await openHall({ plan: { form: 'recorded' }, sessions });
});
afterAll(() => hall.close());

const path = (lesson: number) => `candidate/sessions/${hall.session}/lessons/${lesson}/beats`;

function beat(who: SignedIn, position: number, { lesson = 1, playing = true } = {}) {
  return hall.send(path(lesson), { position, playing }, who);
}

/** Plays a lesson from its beginning, with a beat every 15 s. */
async function play(who: SignedIn, { from, seconds, lesson = 1 }: { from: number; seconds: number; lesson?: number }) {
  let answer: Awaited<ReturnType<typeof beat>> | undefined;
  for (let position = 0; position <= seconds; position += 15) {
    hall.at(from + position / 60);
    answer = await beat(who, position, { lesson });
  }
  return answer;
}

test('lists the lessons with what one has watched, as the server has counted it', async () => {
  const who = await hall.come();
  expect(await play(who, { from: 10, seconds: 60 })).toMatchObject({ status: 200, watched: 60, seconds: 600 });
  const { lessons } = await hall.get(`candidate/sessions/${hall.session}/lessons`, who);
  expect(lessons).toMatchObject([
    { lesson: 1, title: '第一课', link: LESSONS[0]?.link, seconds: 600, watched: 60, position: 60 },
    { lesson: 2, seconds: 300, watched: 0, position: 0 },
  ]);
});

test('credits nothing for what a page claims: a jump to the end is worth no more than the time that passed', async () => {
  const who = await hall.come();
  hall.at(20);
  await beat(who, 0);
  hall.at(20.25);
  expect(await beat(who, 600)).toMatchObject({ status: 200, watched: 15 });
  const claims = await hall.send(path(1), { position: 0, playing: true, watched: 600 }, who);
  expect(claims).toMatchObject({ status: 400, code: 'invalid_input' });
});

test('counts two windows of one person once, however their beats meet', async () => {
  const who = await hall.come();
  for (let position = 0; position <= 120; position += 15) {
    hall.at(30 + position / 60);
    const both = await Promise.all([beat(who, position), beat(who, position)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
  }
  const { lessons } = await hall.get(`candidate/sessions/${hall.session}/lessons`, who);
  expect(lessons[0].watched).toBe(120);
});

test('is for those who have a seat, while the session is open, and for lessons that there are', async () => {
  const who = await hall.come();
  hall.at(-1);
  expect(await beat(who, 0)).toMatchObject({ code: 'refused', reason: 'door-too-early' });
  hall.at(WEEK_MIN + 1);
  expect(await beat(who, 0)).toMatchObject({ code: 'refused', reason: 'door-too-late' });
  hall.at(40);
  expect(await beat(who, 0, { lesson: 3 })).toMatchObject({ status: 404 });
  const stranger = await hall.come();
  const leaving = { request: 'request-to-leave-01', move: 'withdraw' };
  hall.world.clock.now = '2026-03-02T04:00:00.000Z';
  await hall.send(`candidate/courses/${hall.course}/enrolment/moves`, leaving, stranger);
  hall.at(40);
  expect(await beat(stranger, 0)).toMatchObject({ code: 'refused', reason: 'not-enrolled' });
});

test('shows nobody without a seat where the lessons are', async () => {
  const { sessions } = await hall.get(`public/courses/${hall.course}`);
  expect(JSON.stringify(sessions)).not.toContain('video.example');
});

test('writes the hours that were watched when the course is closed, and none for too little', async () => {
  const [diligent, idle] = [await hall.come(), await hall.come()];
  await play(diligent, { from: 100, seconds: 600 });
  await play(diligent, { from: 200, seconds: 300, lesson: 2 });
  await play(idle, { from: 300, seconds: 300 });
  hall.at(WEEK_MIN + 60);
  const { people } = await hall.get(`trainer/courses/${hall.course}/attendance`);
  const minutes = new Map(people.map((one: { person: string; minutes: number }) => [one.person, one.minutes]));
  expect([minutes.get(diligent.person), minutes.get(idle.person)]).toEqual([15, 0]);
  const { version } = await hall.get(`trainer/courses/${hall.course}`);
  expect(await hall.send(`trainer/courses/${hall.course}/closing`, { version })).toMatchObject({ status: 200 });
  const { hours } = hall.world.deps.store;
  const [entry] = await hours.ofPerson(diligent.person);
  expect(entry).toMatchObject({ session: hall.session, kind: 'training' });
  expect(entry !== undefined && 'when' in entry && 'intervals' in entry.when && entry.when.intervals).toHaveLength(2);
  expect(await hours.ofPerson(idle.person)).toEqual([]);
});
