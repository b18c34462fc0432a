// Set papers through the whole stack: who may sit one, when and how often; when its results and its review open; its ranking.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SetPaper } from '../../../functions/domain/papers/set-paper.ts';
import { sitterPut } from '../../../functions/store/set-papers.ts';
import { transact } from '../../../functions/store/transactions.ts';
import { enrolAs, publishedCourse } from '../../support/courses.ts';
import {
  answerTo,
  get,
  keyOf,
  MINUTE_MS,
  passMs,
  putPaper,
  resultOfSat,
  save,
  setTo,
  sitSet,
  startOne,
  startSet,
  submit,
} from '../../support/exams.ts';
import { settle, signInAs } from '../../support/tenants.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

let world: World;
let course: string;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  course = await publishedCourse(world, { plan: { capacity: 40 } });
}, 60_000);
afterAll(() => world.test.close());

/** Somebody with a seat in the course, and a session of a day from now. */
async function seated(): Promise<SignedIn> {
  const now = world.clock.now;
  world.clock.now = '2026-03-01T04:00:00.000Z';
  const who = await world.signIn();
  await enrolAs(world, course, who.person);
  world.clock.now = now;
  return who;
}

const forCourse = (over: Partial<SetPaper> = {}) => putPaper(world, { group: { kind: 'course', id: course }, ...over });

describe('a set paper is sat', () => {
  it('by whoever has a seat in its course, and by nobody else', async () => {
    const paper = await forCourse();
    expect(await startSet(world, await seated(), paper)).toMatchObject({
      status: 200,
      attempt: { title: paper.title },
    });
    const stranger = await world.signIn();
    expect(await startSet(world, stranger, paper)).toMatchObject({ code: 'refused', reason: 'paper-not-yours' });
  });

  it('by whoever belongs to its unit or to one below it today', async () => {
    const paper = await putPaper(world, { group: { kind: 'unit', id: '21' } });
    for (const unit of ['21', '31']) {
      const who = await signInAs(world, 'trainer', unit);
      expect(await startSet(world, who, paper)).toMatchObject({ status: 200 });
    }
    const beside = await signInAs(world, 'trainer', '211');
    expect(await startSet(world, beside, paper)).toMatchObject({ reason: 'paper-not-yours' });
  });

  it('in its window alone', async () => {
    const who = await seated();
    const later = new Date(Date.parse(world.clock.now) + MINUTE_MS).toISOString();
    const ahead = await forCourse({ opensAt: later });
    expect(await startSet(world, who, ahead)).toMatchObject({ reason: 'paper-closed' });
    const paper = await forCourse();
    const cancelled = await forCourse({ state: 'cancelled' });
    expect(await startSet(world, who, cancelled)).toMatchObject({ reason: 'paper-closed' });
    const before = world.clock.now;
    setTo(world, paper.closesAt, 1);
    expect(await startSet(world, who, paper)).toMatchObject({ reason: 'paper-closed' });
    world.clock.now = before;
  });

  it('once: five starts at once are one attempt, and after it there is no other', async () => {
    const who = await seated();
    const paper = await forCourse();
    const all = await Promise.all(Array.from({ length: 5 }, () => startSet(world, who, paper)));
    const started = all.filter(({ status }) => status === 200);
    expect(new Set(started.map(({ attempt }) => attempt.attempt)).size).toBe(1);
    expect(all.filter(({ status }) => status !== 200).every(({ code }) => code === 'conflict')).toBe(true);
    const [{ attempt }] = started as [{ attempt: { attempt: string; startedAt: string; deadline: string } }];
    setTo(world, attempt.deadline);
    await submit(world, { who, id: attempt.attempt, attempt });
    expect(await startSet(world, who, paper)).toMatchObject({ code: 'refused', reason: 'paper-sat' });
    setTo(world, attempt.startedAt);
  });

  it('with the extra time that somebody was given', async () => {
    const who = await seated();
    const paper = await forCourse();
    const sitter = { paper: paper.id, person: who.person, factor: 150, version: 1 };
    await transact(world.test.table, [sitterPut(world.test.table, sitter, undefined)]);
    const { attempt } = await sitSet(world, who, paper);
    expect(attempt).toMatchObject({ factor: 150, graceMs: 60_000 });
    expect(Date.parse(attempt.deadline) - Date.parse(attempt.startedAt)).toBe(45 * MINUTE_MS);
  });

  it('with the same questions by everybody, and options in an order of each one’s own', async () => {
    const paper = await forCourse();
    const [one, two] = [await sitSet(world, await seated(), paper), await sitSet(world, await seated(), paper)];
    const ids = ({ attempt }: typeof one) => attempt.asked.map(({ id }: { id: string }) => id);
    expect(ids(one)).toEqual(ids(two));
    const orders = ({ attempt }: typeof one) =>
      JSON.stringify(attempt.asked.map((asked: { options: unknown }) => asked.options));
    expect(orders(one)).not.toBe(orders(two));
  });
});

describe('what is known after a set paper', () => {
  it('opens when everybody is over, marks and review alike', async () => {
    const who = await seated();
    const paper = await forCourse();
    const sat = await sitSet(world, who, paper);
    await save(world, sat, [answerTo(world, sat, 1, keyOf(sat, 1))]);
    setTo(world, sat.attempt.deadline);
    await submit(world, sat);
    const before = await resultOfSat(world, sat);
    expect(before).toMatchObject({ attempt: { state: 'submitted' }, resultAt: expect.any(String) });
    expect(before.result).toBeUndefined();
    const review = `/api/mock/attempts/${sat.id}/review`;
    expect(await get(world, who, review)).toMatchObject({ code: 'refused', reason: 'review-closed' });
    const listed = await get(world, who, `/api/mock/people/${who.person}/mock`);
    expect(listed.attempts[0]).toEqual(expect.not.objectContaining({ earned: expect.anything() }));
    setTo(world, before.resultAt, 1);
    const signed = await again(who);
    expect((await resultOfSat(world, { ...sat, who: signed })).result).toMatchObject({ review: true, possible: 24 });
    expect(await get(world, signed, review)).toMatchObject({ status: 200, questions: { length: 12 } });
    setTo(world, sat.attempt.startedAt);
  });

  it('by hand opens when somebody has released it', async () => {
    const who = await seated();
    const paper = await forCourse({ results: 'by-hand', review: 'never' });
    const sat = await sitSet(world, who, paper);
    setTo(world, sat.attempt.deadline);
    await submit(world, sat);
    expect((await resultOfSat(world, sat)).result).toBeUndefined();
    await putPaper(world, { ...paper, releasedAt: world.clock.now, version: 2 });
    expect((await resultOfSat(world, sat)).result).toMatchObject({ review: false });
    expect(await get(world, who, `/api/mock/attempts/${sat.id}/review`)).toMatchObject({ reason: 'review-closed' });
    setTo(world, sat.attempt.startedAt);
  });

  it('is a ranking under names that nobody can trace, for whoever sat it', async () => {
    const paper = await forCourse({ results: 'at-once' });
    const sats = [];
    for (const right of [2, 5, 5]) {
      const sat = await sitSet(world, await seated(), paper);
      await save(
        world,
        sat,
        Array.from({ length: right }, (_, i) => answerTo(world, sat, i + 1, keyOf(sat, i + 1))),
      );
      sats.push(sat);
    }
    const [first] = sats;
    if (first === undefined) throw new Error('nobody sat it');
    setTo(world, first.attempt.deadline);
    for (const sat of sats) await submit(world, sat);
    const ranking = await get(world, first.who, `/api/mock/papers/${paper.id}/ranking`);
    expect(ranking).toMatchObject({ ranking: 'pseudonymous', sat: 3, own: { place: 3, earned: 4 } });
    expect(ranking.places.map(({ place }: { place: number }) => place)).toEqual([1, 1, 3]);
    expect(ranking.places.every(({ name }: { name: string }) => /^[A-Z2-9]{4}$/.test(name))).toBe(true);
    expect(await get(world, await seated(), `/api/mock/papers/${paper.id}/ranking`)).toMatchObject({ status: 404 });
    setTo(world, first.attempt.startedAt);
  });
});

describe('the list', () => {
  it('shows the papers of one’s groups with their phase, and one’s own attempt', async () => {
    const who = await seated();
    const paper = await forCourse();
    const sat = await sitSet(world, who, paper);
    passMs(world, 1_000);
    const { papers, subjects } = await get(world, who, `/api/mock/people/${who.person}/mock`);
    const listed = papers.find((one: { paper: string }) => one.paper === paper.id);
    expect(listed).toMatchObject({ phase: 'open', attempt: sat.id, questions: 12, title: paper.title, factor: 100 });
    expect(subjects[0].forms.map(({ form, lacking }: { form: string; lacking: [] }) => [form, lacking])).toEqual([
      ['official', []],
      ['short', []],
    ]);
    const stranger = await world.signIn();
    expect(await get(world, stranger, `/api/mock/people/${stranger.person}/mock`)).toMatchObject({ papers: [] });
  });
});

/** A session of somebody from now on. */
async function again(who: SignedIn): Promise<SignedIn> {
  const token = world.deps.newSecret();
  const { deps } = world;
  const expiresAt = new Date(Date.parse(world.clock.now) + 3_600_000).toISOString();
  await deps.store.sessions.put(await deps.digest(token), {
    person: who.person,
    startedAt: world.clock.now,
    expiresAt,
  });
  return { ...who, token, headers: { ...who.headers, cookie: `__Host-session=${token}` } };
}

describe('a question that one’s group is still to be asked', () => {
  it('has no key in a review of one’s own before everybody can have sat it, and then has', async () => {
    const before = world.clock.now;
    const who = await seated();
    const own = await startOne(world, { who });
    await submit(world, own);
    const refs = own.attempt.asked
      .slice(0, 3)
      .map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    const paper = await forCourse({ refs, opensAt: new Date(Date.parse(before) + MINUTE_MS).toISOString() });
    const review = `/api/mock/attempts/${own.id}/review`;
    const ids = own.attempt.asked.slice(0, 5).map(({ id }: { id: string }) => id);
    const reviewed = `/api/mock/people/${who.person}/reviewed?questions=${ids.join(',')}`;
    const { questions } = await get(world, who, review);
    for (const question of questions.slice(0, 3)) {
      expect(question).toMatchObject({ withheld: true, key: [], explanation: '' });
      expect(question.options.every(({ why }: { why: string }) => why === '')).toBe(true);
    }
    expect(questions[3]).toMatchObject({ withheld: false, key: ['B'] });
    expect((await get(world, who, reviewed)).questions).toHaveLength(2);
    setTo(world, paper.closesAt, 32 * MINUTE_MS);
    expect((await get(world, who, review)).questions[0]).toMatchObject({ withheld: false, key: ['B'] });
    expect((await get(world, who, reviewed)).questions).toHaveLength(5);
    world.clock.now = before;
  });
});
