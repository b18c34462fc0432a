// The demo candidate's mock papers: a short one and an official one that are over, and one that rests. Sat through the app, at times that are past.
import type { MockDeps } from '../app/deps.ts';
import { moveAttempt } from '../app/mock-attempts.ts';
import { readResult } from '../app/mock-results.ts';
import { saveAnswers, submitAttempt } from '../app/mock-saving.ts';
import { startAttempt } from '../app/mock-starting.ts';
import type { Actor } from '../domain/access/can.ts';
import { drawer } from '../domain/practice/shuffle.ts';
import { isEssay } from '../domain/questions/essay.ts';
import type { MockItem } from '../domain/questions/mock.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';
import { answerOf } from './seed-practice.ts';

const DEVICE = 'demo-phone-01';
const SUBJECT = 'junior-comprehensive';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Planned {
  request: string;
  form: 'official' | 'short';
  /** Hours before now. */
  hoursAgo: number;
  /** How likely a right answer is, and how many questions are answered; the time of each in seconds. */
  skill: number;
  answered: number;
  seconds: number;
  ends: 'handed-in' | 'resting';
}

const PLANNED: readonly Planned[] = [
  {
    request: 'demo-mock-short-1',
    form: 'short',
    hoursAgo: 73,
    skill: 0.55,
    answered: 25,
    seconds: 62,
    ends: 'handed-in',
  },
  {
    request: 'demo-mock-full-1',
    form: 'official',
    hoursAgo: 26,
    skill: 0.66,
    answered: 79,
    seconds: 74,
    ends: 'handed-in',
  },
  { request: 'demo-mock-short-2', form: 'short', hoursAgo: 1, skill: 0.7, answered: 9, seconds: 50, ends: 'resting' },
];

/** Sits them all, as seen from `now`. Again: the same attempts, by their requests. A bank without such papers leaves them out. */
export async function seedMock(deps: MockDeps, person: string, now: Instant): Promise<void> {
  const items = new Map((await deps.mockBank.subject(SUBJECT))?.items.map((item) => [item.id, item]));
  if (items.size === 0) return;
  for (const [i, planned] of PLANNED.entries()) {
    const clock = { now: instantOf(msOf(now) - planned.hoursAgo * HOUR_MS) };
    await sit({ deps: { ...deps, now: () => clock.now }, person, clock, items, draw: drawer(i + 1) }, planned);
  }
}

interface Seat {
  deps: MockDeps;
  person: string;
  clock: { now: Instant };
  items: ReadonlyMap<string, MockItem>;
  draw: () => number;
}

async function sit(seat: Seat, { request, form, skill, answered, seconds, ends }: Planned): Promise<void> {
  const { deps, person, clock } = seat;
  const actor: Actor = { kind: 'person', person, grants: [] };
  const body = {
    kind: 'on-demand',
    request,
    device: DEVICE,
    subject: SUBJECT,
    form,
    mode: 'relaxed',
    factor: 100,
  } as const;
  const { attempt } = await startAttempt(deps)(actor, { params: { person }, query: undefined, body });
  if (attempt === undefined || attempt.state !== 'open' || attempt.pausedAt !== undefined) return;
  const params = { attempt: attempt.attempt };
  const answers = answersTo(seat, attempt.asked.slice(0, answered), { skill, seconds });
  clock.now = instantOf(msOf(attempt.startedAt) + (answers.at(-1)?.seq ?? 0) + 20_000);
  await saveAnswers(deps)(actor, { params, query: undefined, body: { device: DEVICE, answers, texts: [] } });
  if (ends === 'resting') {
    await moveAttempt(deps)(actor, { params, query: undefined, body: { kind: 'pause', device: DEVICE } });
    return;
  }
  await submitAttempt(deps)(actor, { params, query: undefined, body: { device: DEVICE, answers: [], texts: [] } });
  await readResult(deps)(actor, { params, query: {}, body: undefined });
}

type Started = Awaited<ReturnType<ReturnType<typeof startAttempt>>>;
type Asked = NonNullable<Started['attempt']>['asked'];

/** What somebody of this skill answers, one question after the other. */
function answersTo({ items, draw }: Seat, asked: Asked, { skill, seconds }: { skill: number; seconds: number }) {
  let seq = 0;
  return asked.flatMap(({ n, id }) => {
    const item = items.get(id);
    if (item === undefined || isEssay(item)) return [];
    const spentS = Math.round(seconds * (0.5 + draw()));
    seq += spentS * 1000;
    return [{ n, seq, picked: answerOf(item, skill, draw), flagged: draw() < 0.08, spentS }];
  });
}
