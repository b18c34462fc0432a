// Goal R3 for attempts: the process ends at every wait in turn, the page sends the same again, and the table is as after a clean run.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readResult } from '../../../functions/app/mock-results.ts';
import { submitAttempt } from '../../../functions/app/mock-saving.ts';
import { startAttempt } from '../../../functions/app/mock-starting.ts';
import { closeAttempts } from '../../../functions/jobs/close-attempts.ts';
import { actorOf, enrolAs, freshRequest, publishedCourse } from '../../support/courses.ts';
import { answerTo, DEVICE, keyOf, putPaper, type Sat, save, setTo, sitSet, startOne } from '../../support/exams.ts';
import { FAULTS_MS, Killed, killAt } from '../../support/faults.ts';
import { settle } from '../../support/tenants.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

let world: World;
let course: string;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  course = await publishedCourse(world, { plan: { capacity: 500 } });
  // The bank's items are kept once for a process.
  await startOne(world);
}, 60_000);
afterAll(() => world.test.close());

const BEGUN = '2026-03-01T04:00:00.000Z';

interface Prepared {
  who: SignedIn;
  sat?: Sat;
  paper?: string;
}

interface Handler {
  before(): Promise<Prepared>;
  act(prepared: Prepared, request: string): Promise<unknown>;
}

async function withSet(): Promise<Prepared> {
  setTo(world, BEGUN);
  const who = await world.signIn();
  await enrolAs(world, course, who.person);
  const paper = await putPaper(world, { group: { kind: 'course', id: course } });
  return { who, paper: paper.id };
}

async function sitting(): Promise<Prepared> {
  setTo(world, BEGUN);
  const who = await world.signIn();
  await enrolAs(world, course, who.person);
  const paper = await putPaper(world, { group: { kind: 'course', id: course }, results: 'at-once' });
  const sat = await sitSet(world, who, paper);
  await save(world, sat, [answerTo(world, sat, 1, keyOf(sat, 1))]);
  setTo(world, sat.attempt.deadline);
  return { who, sat, paper: paper.id };
}

function idOf({ sat }: Prepared): string {
  if (sat === undefined) throw new Error('nobody sits');
  return sat.id;
}

const handlers: Record<string, Handler> = {
  'starting on demand': {
    before: async () => {
      setTo(world, BEGUN);
      return { who: await world.signIn() };
    },
    act: ({ who }, request) =>
      startAttempt(world.deps)(actorOf(who.person), {
        params: { person: who.person },
        query: undefined,
        body: {
          ...{ kind: 'on-demand', request, device: DEVICE, subject: 'junior-comprehensive', form: 'short' },
          ...{ mode: 'relaxed', factor: 100 },
        },
      }),
  },
  'starting a set paper': {
    before: withSet,
    act: ({ who, paper = '' }, request) =>
      startAttempt(world.deps)(actorOf(who.person), {
        params: { person: who.person },
        query: undefined,
        body: { kind: 'set', request, device: DEVICE, paper },
      }),
  },
  'handing in with an answer': {
    before: sitting,
    act: (prepared) =>
      submitAttempt(world.deps)(actorOf(prepared.who.person), {
        params: { attempt: idOf(prepared) },
        query: undefined,
        body: {
          ...{ device: DEVICE, texts: [] },
          answers: [{ n: 2, seq: 60_000, picked: ['B'], flagged: true, spentS: 3 }],
        },
      }),
  },
  'closing by the clock': {
    before: async () => {
      const prepared = await sitting();
      const { person } = prepared.who;
      setTo(world, world.clock.now, 60_001);
      // What other cases have left open is not this one's.
      for (const due of await world.deps.store.dueAttempts.list('2027-01-01T00:00:00.000Z', 500)) {
        if (due.person !== person) await world.deps.store.dueAttempts.drop(due);
      }
      return prepared;
    },
    act: async () => {
      const { failed } = await closeAttempts({ ...world.deps, clockMs: () => 0 })(1_000);
      if (failed > 0) throw new Killed('a closing was cut off');
    },
  },
  'looking at a result': {
    before: async () => {
      const prepared = await sitting();
      const body = { device: DEVICE, answers: [], texts: [] };
      const input = { params: { attempt: idOf(prepared) }, query: undefined, body };
      await submitAttempt(world.deps)(actorOf(prepared.who.person), input);
      return prepared;
    },
    act: (prepared) =>
      readResult(world.deps)(actorOf(prepared.who.person), {
        params: { attempt: idOf(prepared) },
        query: {},
        body: undefined,
      }),
  },
};

/** All that the table holds of somebody's attempts, without what is each person's own. */
async function leftBehind({ who, paper }: Prepared): Promise<unknown> {
  const { attempts, setPapers, dueAttempts, batches } = world.deps.store;
  const own = await attempts.ofPerson(who.person, 10);
  const sheets = await Promise.all(own.map((attempt) => attempts.sheet(attempt)));
  const all = {
    own: own.map(({ version: _version, seed: _seed, ...attempt }) => attempt),
    sheets: sheets.map(({ refs, ...sheet }) => ({ ...sheet, refs: refs.length })),
    sitter: paper === undefined ? undefined : await setPapers.sitter(paper, who.person),
    due: (await dueAttempts.list('2027-01-01T00:00:00.000Z', 500)).filter(({ person }) => person === who.person),
    journal: (await batches.list(who.person, new Map(), 10)).batches.map(({ first, entries }) => [
      first,
      entries.length,
    ]),
  };
  const ids = [who.person, paper, ...own.map(({ id }) => id)].filter((id) => id !== undefined);
  return JSON.parse(ids.reduce((text, id, i) => text.replaceAll(`"${id}"`, `"id${i}"`), JSON.stringify(all)));
}

it.each(Object.keys(handlers))(
  '%s, cut off anywhere and sent again, leaves what a clean run leaves',
  async (name) => {
    const handler = handlers[name] as Handler;
    const clean = await handler.before();
    const count = killAt(world.test.table, Number.POSITIVE_INFINITY);
    await handler.act(clean, freshRequest());
    count.stop();
    const expected = await leftBehind(clean);
    expect(count.waits()).toBeGreaterThan(5);
    for (let n = 1; n <= count.waits(); n += 1) {
      const prepared = await handler.before();
      const request = freshRequest();
      const kill = killAt(world.test.table, n);
      await expect(handler.act(prepared, request), `wait ${n}`).rejects.toThrow(Killed);
      kill.stop();
      await handler.act(prepared, request);
      expect(await leftBehind(prepared), `after wait ${n}`).toEqual(expected);
    }
  },
  FAULTS_MS,
);
