// Seeds the set papers of the demo world through the capabilities that people use: set, sat, each at its own time; then what the stream's reader and the
// grader make of them, so that the first look shows it: counted results, reported questions in three states, a question that everybody was credited with.
import type { Person as Actor } from '../app/access.ts';
import type { ExaminerDeps, MockDeps } from '../app/deps.ts';
import { inParallel } from '../app/in-parallel.ts';
import { correctKey } from '../app/key-corrections.ts';
import { submitAttempt } from '../app/mock-saving.ts';
import { startAttempt } from '../app/mock-starting.ts';
import { decideReport } from '../app/question-reports.ts';
import { reportQuestion } from '../app/reports.ts';
import { setPaper } from '../app/set-papers.ts';
import { drawer } from '../domain/practice/shuffle.ts';
import { isEssay } from '../domain/questions/essay.ts';
import type { MockItem } from '../domain/questions/mock.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';
import { regrade } from '../jobs/regrade.ts';
import { again } from '../jobs/tally/tally.ts';
import { keys } from '../store/keys.ts';
import { mockKeys } from '../store/mock-keys.ts';
import { makeExaminerStore, makeGraderStore, makeMockStore, makeTallyStore } from '../store/store.ts';
import type { Table } from '../store/table.ts';
import { asJob } from './seed-job.ts';
import { type PlannedPaper, plannedPapers } from './seed-papers-plan.ts';
import { plannedPeople } from './seed-people.ts';
import { answerOf } from './seed-practice.ts';
import { plannedTrees } from './seed-units.ts';
import type { Writer } from './seed-write.ts';

const JOB = 'demo-papers-1';
const AT_ONCE = 8;
const DEVICE = 'demo-phone-02';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Those who start come one after the other, so many minutes apart. */
const APART_MIN = 6;

export interface Examining {
  table: Table;
  actor: Actor;
  /** The means of both functions, without their stores. */
  deps: Omit<ExaminerDeps & MockDeps, 'store'>;
}

interface Means extends Examining {
  items: ReadonlyMap<string, MockItem>;
  /** The means as they are at an instant. */
  examinerAt(now: Instant): ExaminerDeps;
  mockAt(now: Instant): MockDeps;
}

/** Everything, unless it was seeded. A bank without items has no papers: another start looks again. */
export async function seedPapers(
  { store, now }: Pick<Writer['deps'], 'store' | 'now'>,
  examining: Examining,
  planned: (now: Instant) => PlannedPaper[] = demoPapers,
): Promise<void> {
  const items = await itemsOf(examining);
  if (items.size === 0) return;
  await asJob({ store, now }, { id: JOB, by: examining.actor.person }, async () => {
    // Counted from when it was begun: a start that goes on with what another one has left asks for the same again.
    const begun = (await store.jobs.get(JOB))?.createdAt ?? now();
    const means = meansOf(examining, items);
    const papers = planned(begun);
    for (const paper of papers) await hold(means, paper);
    await lookAfterQuestions(means, { papers, now: begun });
    return { papers: papers.length };
  });
}

function demoPapers(now: Instant): PlannedPaper[] {
  return plannedPapers(plannedPeople(plannedTrees()), now);
}

async function itemsOf({ deps }: Examining): Promise<Map<string, MockItem>> {
  const subjects = await deps.mockBank.subjects();
  const whole = await Promise.all(subjects.map(({ id }) => deps.mockBank.subject(id)));
  return new Map(whole.flatMap((subject) => subject?.items ?? []).map((item) => [item.id, item]));
}

function meansOf(examining: Examining, items: Means['items']): Means {
  const { table, deps } = examining;
  const [examiner, mock] = [makeExaminerStore(table), makeMockStore(table)];
  return {
    ...{ ...examining, items },
    examinerAt: (now) => ({ ...deps, store: examiner, now: () => now }),
    mockAt: (now) => ({ ...deps, store: mock, now: () => now }),
  };
}

/** Sets a paper, lets its people sit it, and counts what they earned. */
async function hold(means: Means, { id, unit, plan, setAt, sitters }: PlannedPaper): Promise<void> {
  const deps = { ...means.examinerAt(setAt), newId: () => id };
  const input = { params: { unit }, query: undefined, body: { request: `demo-set-${id}`, ...plan } };
  await setPaper(deps)(means.actor, input);
  const { people, skill } = sitters;
  const sat: { person: string; attempt: string }[] = [];
  await inParallel(AT_ONCE, [...people.entries()], async ([i, person]) => {
    const startsAt = instantOf(msOf(plan.opensAt) + i * APART_MIN * MINUTE_MS);
    const own = skill.first + ((skill.last - skill.first) * i) / Math.max(1, people.length - 1);
    const attempt = await sit(means, { paper: id, person, startsAt, skill: own, seed: i + 1 });
    if (attempt !== undefined) sat.push({ person, attempt });
  });
  await count(
    means,
    sat.map(({ person, attempt }) => mockKeys.result(person, attempt)),
  );
}

interface Sitting {
  paper: string;
  person: string;
  startsAt: Instant;
  skill: number;
  seed: number;
}

/** One person at a paper, from the start to the end of their time. */
async function sit(means: Means, { paper, person, startsAt, skill, seed }: Sitting): Promise<string | undefined> {
  const actor: Actor = { kind: 'person', person, grants: [] };
  const body = { kind: 'set', request: `demo-sit-${paper}`, device: DEVICE, paper } as const;
  const input = { params: { person }, query: undefined, body };
  const { attempt } = await startAttempt(means.mockAt(startsAt))(actor, input);
  if (attempt === undefined) return undefined;
  const params = { attempt: attempt.attempt };
  const sheet = answersTo(means, attempt.asked, { skill, seed });
  await submitAttempt(means.mockAt(attempt.deadline))(actor, {
    params,
    query: undefined,
    body: { device: DEVICE, ...sheet },
  });
  return attempt.attempt;
}

type Asked = NonNullable<Awaited<ReturnType<ReturnType<typeof startAttempt>>>['attempt']>['asked'];

/** What somebody of this skill answers; in words, a part of what the model answer says. */
function answersTo({ items }: Means, asked: Asked, { skill, seed }: { skill: number; seed: number }) {
  const draw = drawer(seed);
  let seq = 0;
  const answers = asked.flatMap(({ n, id }) => {
    const item = items.get(id);
    if (item === undefined || isEssay(item) || draw() < 0.02) return [];
    const spentS = 25 + Math.round(draw() * 35);
    seq += spentS * 1000;
    return [{ n, seq, picked: answerOf(item, skill, draw), flagged: draw() < 0.08, spentS }];
  });
  const texts = asked.flatMap(({ n, id }) => {
    const item = items.get(id);
    if (item === undefined || !isEssay(item)) return [];
    return item.parts.map(({ id: part, model }) => {
      seq += 5 * MINUTE_MS;
      return { n, part, seq, text: model.slice(0, Math.ceil(model.length * (0.35 + draw() * 0.5))) };
    });
  });
  return { answers, texts };
}

async function count({ table, deps }: Means, wanted: readonly { PK: string; SK: string }[]): Promise<void> {
  await again({ ...deps, store: makeTallyStore(table), sources: [] })(wanted);
}

interface Said {
  question: string;
  person: string;
  text: string;
  reason: 'key' | 'stem' | 'explanation';
  /** What became of it. */
  decided?: { state: 'checking' | 'corrected'; why: string };
}

/** Three reports, each in another state, and the question that everybody was credited with. */
async function lookAfterQuestions(
  means: Means,
  { papers, now }: { papers: readonly PlannedPaper[]; now: Instant },
): Promise<void> {
  const { actor, table, deps } = means;
  const at = instantOf(msOf(now) - 3 * DAY_MS);
  const [held] = papers.filter(({ sitters }) => sitters.people.length > 1);
  const [one = '', two = '', three = ''] = held?.sitters.people ?? [];
  const refs = (await means.examinerAt(now).store.setPapers.get(held?.id ?? ''))?.refs ?? [];
  const [credited, checked] = refs;
  if (credited === undefined || checked === undefined || three === '') return;
  const ambiguous = '题干没有说明服务对象的年龄，两个选项都说得通。';
  const said: Said[] = [
    {
      question: credited.id,
      person: one,
      reason: 'stem',
      text: ambiguous,
      decided: { state: 'corrected', why: '已全体送分' },
    },
    {
      question: checked.id,
      person: two,
      reason: 'key',
      text: '教材上的说法好像不一样。',
      decided: { state: 'checking', why: '正在核对教材' },
    },
    { question: 'jc01-001', person: three, reason: 'explanation', text: '解析能不能再详细一点？' },
  ];
  for (const [i, report] of said.entries()) await reported(means, report, { id: `demo-report-${i + 1}`, at });
  const body = { request: 'demo-credit-question', kind: 'credit', version: credited.version, why: ambiguous } as const;
  const input = { params: { question: credited.id }, query: undefined, body };
  await correctKey(means.examinerAt(at))(actor, input);
  const grader = { ...deps, store: makeGraderStore(table) };
  // Both rounds: the second one is long due.
  for (let round = 0; round < 2; round += 1) await regrade(grader)(MINUTE_MS);
  const sat = await means.examinerAt(now).store.setPapers.sitters(held?.id ?? '', { limit: 100 });
  const attempts = sat.found.flatMap(({ person, attempt }) => (attempt === undefined ? [] : [{ person, attempt }]));
  await count(
    means,
    attempts.map(({ person, attempt }) => mockKeys.result(person, attempt)),
  );
}

async function reported(
  means: Means,
  { question, person, reason, text, decided }: Said,
  { id, at }: { id: string; at: Instant },
): Promise<void> {
  const deps = means.examinerAt(at);
  const actor: Actor = { kind: 'person', person, grants: [] };
  const body = { id, version: 1, reason, text, at };
  await reportQuestion(deps)(actor, { params: { question }, query: undefined, body });
  await count(means, [keys.report(question, person, id)]);
  if (decided === undefined) return;
  const { found } = await deps.store.reportDecisions.list('new', { limit: 100 });
  const queued = found.find((one) => one.queued.question === question && one.queued.id === id)?.queued;
  if (queued === undefined) return;
  const decision = { request: `demo-decide-${id}`, version: queued.version, ...decided };
  const input = { params: { question, report: queued.report }, query: undefined, body: decision };
  await decideReport(deps)(means.actor, input);
}
