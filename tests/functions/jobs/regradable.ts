// Results that a corrected key changes, put into the table directly, each history in a subject of its own: what a run makes of them is compared with what
// another makes of the same.

import { sumOf } from '../../../functions/app/mock-closing.ts';
import { begun, closed, closing } from '../../../functions/domain/attempts/attempt.ts';
import { type Result, resultOf } from '../../../functions/domain/attempts/result.ts';
import { OFFICIAL_1 } from '../../../functions/domain/grading/profile.ts';
import { instantOf, msOf } from '../../../functions/domain/time.ts';
import { makeExaminerStore, makeGraderStore } from '../../../functions/store/store.ts';
import { countResults } from '../../support/examiner.ts';
import { mockSingle } from '../../support/mock-bank.ts';
import type { World } from '../../support/world.ts';

export interface Regradable {
  world: World;
  /** Whose results, in order, and of which attempts. */
  people: { person: string; attempt: string }[];
  subject: string;
  question: string;
  correction: string;
  pass(ms: number): void;
}

let made = 0;

/** Five people with six questions each: right are the first 1, 2, 4 and 6; the last one's paper does not ask the question. All in two months. */
export async function regradable(world: World): Promise<Regradable> {
  made += 1;
  const [subject, prefix] = [
    `subject-${String.fromCharCode(97 + (made % 26))}${'x'.repeat(Math.floor(made / 26))}`,
    `q${made}`,
  ];
  const items = Array.from({ length: 7 }, (_, i) => mockSingle({ id: `${prefix}-${501 + i}` }));
  const start = world.clock.now;
  const people = [];
  for (const [i, right] of [1, 2, 4, 6, 6].entries()) {
    // The first sat in the month before.
    world.clock.now = i === 0 ? instantOf(msOf(start) - 20 * 86_400_000) : start;
    const asked = i === 4 ? items.slice(1) : items.slice(0, 6);
    people.push(await sat(world, { subject, items: asked, right, serial: `${made}${i}` }));
  }
  world.clock.now = start;
  await countResults(
    world,
    people.map(({ person, attempt: id }) => ({ id, who: { person, token: '', headers: { cookie: '', origin: '' } } })),
  );
  const pass = (ms: number) => {
    world.clock.now = instantOf(msOf(world.clock.now) + ms);
  };
  return { world, people, subject, question: `${prefix}-501`, correction: '', pass };
}

async function sat(
  { deps, clock }: World,
  {
    subject,
    items,
    right,
    serial,
  }: { subject: string; items: ReturnType<typeof mockSingle>[]; right: number; serial: string },
) {
  const now = clock.now;
  const [person, id] = [`person-${serial}`, `${msOf(now).toString(36).padStart(9, '0')}-attempt-${serial}`];
  const setup = { form: 'short', blueprint: 'short-1', mode: 'relaxed', factor: 100, seed: 1, shuffle: false } as const;
  const attempt = begun(
    { ...setup, id, person, subject, profile: 'official-1', questions: 6, graceMs: 0, device: 'device-a', minutes: 30 },
    now,
  );
  const refs = items.map(({ id: item, version }) => ({ id: item, version }));
  const request = { person, id: `request-${serial}-000000`, bodyHash: '', outcome: '{}', at: now };
  await deps.store.attempts.start({ attempt, refs, request });
  const ended = closing(attempt, now, 'person');
  if (!ended.ok) throw new Error(ended.reason);
  const over = closed({ ...ended.attempt, version: attempt.version });
  const answers = items.slice(0, right).map((_, i) => {
    return { n: i + 1, seq: 0, device: 'device-a', receivedAt: now, picked: ['B'], flagged: false, spentS: 5 };
  });
  const result = resultOf(over, answers, { profile: OFFICIAL_1, items, corrections: [] });
  await deps.store.attempts.close(attempt, { ...over, sum: sumOf(result) }, result);
  return { person, attempt: id };
}

/** Corrects the key of the first question, which only the last one is not asked. */
export async function corrected(of: Regradable): Promise<Regradable> {
  const { world, question, subject } = of;
  const at = world.clock.now;
  const id = `${msOf(at).toString(36).padStart(9, '0')}-correction-${made}`;
  const store = makeExaminerStore(world.test.table);
  const what = { id, question, version: 1, key: ['C'], subject, kind: 'single', released: ['B'] } as const;
  const request = { person: 'operator-1', id: `request-of-${made}-00000`, bodyHash: '', outcome: '{}', at };
  const done = await store.keyCorrectionWrites.make(
    { ...what, why: '测试', by: 'operator-1', at },
    { request, unit: '11' },
    [],
  );
  if (done !== 'done') throw new Error(done);
  return { ...of, correction: id };
}

/** All that grading anew has left behind, without what tells one history from another. */
export async function outcomeOf({ world, people, correction, question }: Regradable) {
  const store = makeGraderStore(world.test.table);
  const results: Result[] = [];
  for (const one of people) results.push((await store.results.get(one)) as Result);
  const heads = await Promise.all(people.map(({ person, attempt }) => store.attempts.get(person, attempt)));
  const lines = await store.jobs.lines(correction, { limit: 100 });
  const job = await store.jobs.get(correction);
  const due = (await store.dueRegrades.list('2099-01-01T00:00:00.000Z', 100)).filter(
    (one) => one.correction === correction,
  );
  const order = new Map(people.map(({ attempt }, i) => [attempt, i]));
  return {
    results: results.map(({ earned, regrades, version, lines: own }) => ({
      ...{ earned, version, regrades: regrades.map(({ before, after }) => ({ before, after })) },
      verdicts: own.filter(({ id }) => id === question).map(({ verdict }) => verdict),
    })),
    sums: heads.map((head) => head?.sum),
    lines: lines.found.map(({ line, attempt, before, after }) => ({
      line,
      who: order.get(attempt ?? ''),
      before,
      after,
    })),
    job: { state: job?.state, done: job?.done, counts: job?.counts },
    due: due.length,
  };
}
