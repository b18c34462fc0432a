// Somebody who sets papers, in a settled world with a course and its people; the reader of the stream and the timer do their work when they are told to.

import type { GraderDeps } from '../../functions/app/deps.ts';
import { again } from '../../functions/jobs/tally/tally.ts';
import { keys } from '../../functions/store/keys.ts';
import { mockKeys } from '../../functions/store/mock-keys.ts';
import { makeGraderStore, makeTallyStore } from '../../functions/store/store.ts';
import { enrolAs, freshRequest, publishedCourse } from './courses.ts';
import { answerTo, keyOf, type Sat, setTo, startSet, submit } from './exams.ts';
import type { Came } from './staff.ts';
import { settle, signInAs } from './tenants.ts';
import { ORIGIN, openWorld, type SignedIn, type World } from './world.ts';

export const OPENS = '2026-03-02T01:00:00.000Z';
export const CLOSES = '2026-03-02T03:00:00.000Z';

export interface Examiner {
  world: World;
  course: string;
  /** A trainer of the unit '21', whose course it is, and somebody who keeps the bank. */
  trainer: SignedIn;
  operator: SignedIn;
  get(path: string, who?: SignedIn): Promise<Came>;
  send(path: string, body: object, who?: SignedIn): Promise<Came>;
  /** Sets a short paper for the course from `OPENS` to `CLOSES`; gives its id. */
  set(over?: object): Promise<string>;
  /** Somebody with a seat in the course. */
  seated(): Promise<SignedIn>;
  /** Lets somebody start a paper. */
  start(who: SignedIn, paper: string): Promise<Sat>;
  /** Lets somebody sit a paper to its end, with the first `right` questions right. */
  sit(paper: string, right: number, who?: SignedIn): Promise<Sat>;
  close(): Promise<void>;
}

export async function openExaminer(): Promise<Examiner> {
  const world = await openWorld();
  await settle(world);
  const course = await publishedCourse(world, { plan: { capacity: 200 } });
  const trainer = await signInAs(world, 'trainer', '21');
  const operator = await signInAs(world, 'operator', '11');
  const ask = async (path: string, init: RequestInit): Promise<Came> => {
    const response = await world.examiner.request(`${ORIGIN}/api/examiner/${path}`, init);
    return { status: response.status, ...(await response.json()) };
  };
  const self: Examiner = {
    ...{ world, course, trainer, operator },
    get: (path, who = trainer) => ask(path, { headers: who.headers }),
    send: (path, body, who = trainer) => {
      const headers = { ...who.headers, 'content-type': 'application/json' };
      return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
    set: async (over = {}) => (await self.send('units/21/papers', paperBody(course, over))).paper,
    async seated() {
      const now = world.clock.now;
      world.clock.now = '2026-03-01T04:00:00.000Z';
      const who = await world.signIn();
      await enrolAs(world, course, who.person);
      world.clock.now = now;
      return who;
    },
    async start(who, paper) {
      const { attempt } = await startSet(world, who, { id: paper } as Parameters<typeof startSet>[2]);
      return { who, id: attempt.attempt, attempt };
    },
    async sit(paper, right, who) {
      const sat = await self.start(who ?? (await self.seated()), paper);
      const answers = Array.from({ length: right }, (_, i) => answerTo(world, sat, i + 1, keyOf(sat, i + 1)));
      const began = world.clock.now;
      await submit(world, sat, answers);
      setTo(world, sat.attempt.deadline);
      await submit(world, sat, answers);
      world.clock.now = began;
      return sat;
    },
    close: () => world.test.close(),
  };
  return self;
}

/** A short paper for a course. */
export function paperBody(course: string, over: object = {}) {
  return {
    ...{ request: freshRequest(), group: { kind: 'course', id: course }, title: '第一次模拟考试' },
    ...{ subject: 'junior-comprehensive', form: 'short', mode: 'relaxed', opensAt: OPENS, closesAt: CLOSES },
    ...{ shuffle: true, results: 'at-once', review: 'after-close', ranking: 'pseudonymous' },
    ...over,
  };
}

/** What the reader of the stream does with the results of attempts. */
export async function countResults(world: World, sats: readonly Pick<Sat, 'who' | 'id'>[]): Promise<void> {
  await count(
    world,
    sats.map(({ who, id }) => mockKeys.result(who.person, id)),
  );
}

/** What it does with a report. */
export async function queueReport(world: World, question: string, person: string, id: string): Promise<void> {
  await count(world, [keys.report(question, person, id)]);
}

async function count(world: World, wanted: { PK: string; SK: string }[]): Promise<void> {
  const store = makeTallyStore(world.test.table);
  await again({ store, sink: () => undefined, now: () => world.clock.now, sources: [] })(wanted);
}

/** What the grader is given. */
export function graderDeps({ deps, test }: World): GraderDeps {
  return { ...deps, store: makeGraderStore(test.table) };
}
