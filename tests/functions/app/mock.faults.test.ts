// Attempts under faults (goals R1, E1): whatever is throttled, lost or answered into the void, and whoever closes the attempt meanwhile, each answer that
// was called counted is in the result, there is one result, and a set paper is sat once.
import { afterEach, expect, it } from 'vitest';
import { readResult } from '../../../functions/app/mock-results.ts';
import { saveAnswers, submitAttempt } from '../../../functions/app/mock-saving.ts';
import { startAttempt } from '../../../functions/app/mock-starting.ts';
import type { Answer, Input } from '../../../functions/contract/index.ts';
import { closeAttempts } from '../../../functions/jobs/close-attempts.ts';
import { actorOf, enrolAs, freshRequest, publishedCourse } from '../../support/courses.ts';
import { DEVICE, passMs, putPaper, setTo } from '../../support/exams.ts';
import { FAULTS_MS, SOAK, seeded, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { settle } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.test.close();
  world = undefined;
});

const QUESTIONS = 25;
const PEOPLE = SOAK ? 40 : 6;

type Outcomes = Answer<'saveAnswers'>['outcomes'];

/** What somebody was told of their changes: question → the newest that was called counted. */
function told(
  held: Map<number, { seq: number; picked: string }>,
  outcomes: Outcomes,
  sent: ReadonlyMap<string, string>,
) {
  for (const { n, seq, outcome } of outcomes) {
    if (outcome !== 'counted' || (held.get(n)?.seq ?? -1) >= seq) continue;
    held.set(n, { seq, picked: sent.get(`${n} ${seq}`) ?? '?' });
  }
}

async function sitOnce(own: World, person: string, draw: () => number): Promise<void> {
  const actor = actorOf(person);
  const request = freshRequest();
  const start = () =>
    startAttempt(own.deps)(actor, {
      params: { person },
      query: undefined,
      body: {
        ...{ kind: 'on-demand', request, device: DEVICE, subject: 'junior-comprehensive', form: 'short' },
        ...{ mode: 'relaxed', factor: 100 },
      },
    });
  const { attempt } = await untilAnswered(start);
  if (attempt === undefined) throw new Error('nothing was started');
  const sent = new Map<string, string>();
  const counted = new Map<number, { seq: number; picked: string }>();
  const input = (changes: object[]) =>
    ({
      params: { attempt: attempt.attempt },
      query: undefined,
      body: { device: DEVICE, answers: changes, texts: [] },
    }) as Input<'saveAnswers'> & Input<'submitAttempt'>;
  let seq = 0;
  const changes = () => {
    seq += 1 + Math.floor(draw() * 50);
    const n = 1 + Math.floor(draw() * QUESTIONS);
    const picked = 'ABCD'.charAt(Math.floor(draw() * 4));
    sent.set(`${n} ${seq}`, picked);
    return [{ n, seq, picked: [picked], flagged: false, spentS: 1 }];
  };
  const saving = Array.from({ length: 12 }, () => changes());
  const [early, racing] = [saving.slice(0, 8), saving.slice(8)];
  for (const one of early) {
    const { outcomes } = await untilAnswered(() => saveAnswers(own.deps)(actor, input(one)));
    told(counted, outcomes, sent);
  }
  // The rest races with hand-ins, which come from several pages at once.
  await Promise.all([
    ...racing.map(async (one) => {
      const { outcomes } = await untilAnswered(() => saveAnswers(own.deps)(actor, input(one)));
      told(counted, outcomes, sent);
    }),
    ...Array.from({ length: 3 }, () => untilAnswered(() => submitAttempt(own.deps)(actor, input([])))),
  ]);
  const read = () => readResult(own.deps)(actor, { params: { attempt: attempt.attempt }, query: {}, body: undefined });
  const { result } = await untilAnswered(read);
  for (const [n, { picked }] of counted) {
    expect(result?.lines[n - 1]?.picked.join(''), `${person}, question ${n}`).toBe(picked);
  }
  expect(counted.size).toBeGreaterThan(0);
}

it.each(seedsOf(SOAK ? 50 : 4))(
  'seed %i: what was called counted is in the one result, through every fault and race',
  async (seed) => {
    const own = await openWorld();
    world = own;
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => own.signIn()));
    setTo(own, own.clock.now, 60_000);
    const draw = seeded(seed * 7919);
    const faults = withFaults(own.test.table, seed);
    passMs(own, 600_000);
    await Promise.all(people.map(({ person }) => sitOnce(own, person, draw)));
    faults.stop();
    for (const { person } of people) {
      const [attempt] = await own.deps.store.attempts.ofPerson(person, 10);
      expect(attempt).toMatchObject({ state: 'submitted', journaled: true });
    }
    for (const share of Object.values(faults.happened)) expect(share).toBeGreaterThan(0);
  },
  FAULTS_MS,
);

it.each(seedsOf(SOAK ? 20 : 2))(
  'seed %i: a set paper is sat once by each, and the timer closes all that nobody hands in',
  async (seed) => {
    const own = await openWorld();
    world = own;
    await settle(own);
    const course = await publishedCourse(own, { plan: { capacity: 100 } });
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => own.signIn()));
    for (const { person } of people) await enrolAs(own, course, person);
    const paper = await putPaper(own, { group: { kind: 'course', id: course } });
    const faults = withFaults(own.test.table, seed);
    const start = (person: string) =>
      startAttempt(own.deps)(actorOf(person), {
        params: { person },
        query: undefined,
        body: { kind: 'set', request: freshRequest(), device: DEVICE, paper: paper.id },
      });
    const started = await Promise.all(
      people.map(({ person }) =>
        Promise.all(Array.from({ length: 3 }, () => untilAnswered(() => start(person)).catch(conflictOnly))),
      ),
    );
    for (const own of started) {
      expect(new Set(own.flatMap((one) => one?.attempt?.attempt ?? [])).size).toBeLessThanOrEqual(1);
    }
    passMs(own, 31 * 60_000 + 60_000);
    const close = closeAttempts({ ...own.deps, clockMs: () => 0 });
    await untilAnswered(async () => {
      const { failed } = await close(1_000);
      if (failed > 0) throw Object.assign(new Error('not all closed'), { name: 'TableBusy' });
    });
    faults.stop();
    const { found } = await own.deps.store.setPapers.sitters(paper.id, { limit: 100 });
    expect(found.filter(({ attempt }) => attempt !== undefined).length).toBeGreaterThan(0);
    for (const { person, attempt, state } of found) {
      expect(state).toBe('expired');
      const all = await own.deps.store.attempts.ofPerson(person, 10);
      expect(all.map(({ id }) => id)).toEqual([attempt]);
    }
    expect(await own.deps.store.dueAttempts.list('2027-01-01T00:00:00.000Z', 100)).toEqual([]);
  },
  FAULTS_MS,
);

/** Of three pages that start at once two may be told that another was first. */
function conflictOnly(error: unknown): undefined {
  if ((error as { code?: string }).code !== 'conflict') throw error;
}
