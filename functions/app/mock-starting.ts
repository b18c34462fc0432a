// Starting an attempt: a paper drawn on demand, or one that was set for a group. The same request is the same attempt, and nobody sits a set paper twice.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Attempt, begun, GRACE_MS, type Setup } from '../domain/attempts/attempt.ts';
import { OFFICIAL_1 } from '../domain/grading/profile.ts';
import { assemble } from '../domain/papers/assemble.ts';
import { type ItemRef, phaseOf, type SetPaper } from '../domain/papers/set-paper.ts';
import { type Instant, msOf } from '../domain/time.ts';
import type { Sheet, Start } from '../store/attempts.ts';
import type { Sitter } from '../store/set-papers.ts';
import type { MockDeps } from './deps.ts';
import { settled } from './mock-closing.ts';
import { sitterFor } from './mock-finding.ts';
import { isFor } from './mock-groups.ts';
import { blueprintFor, itemsFor, keepItems, poolOf } from './mock-items.ts';
import { sitting } from './mock-views.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';

type Body = Input<'startAttempt'>['body'];
type Started = Answer<'startAttempt'>;
type OnDemand = Extract<Body, { kind: 'on-demand' }>;
type OfSet = Extract<Body, { kind: 'set' }>;

const EMPTY: Omit<Sheet, 'refs'> = { answers: [], late: [], texts: [], lateTexts: [] };

export function startAttempt(deps: MockDeps) {
  return async (actor: Actor, { params, body }: Input<'startAttempt'>): Promise<Started> => {
    const { person } = sitterFor(actor, params.person);
    const wish = await wishOf(deps, { person, route: 'startAttempt', params, body });
    return body.kind === 'set' ? startSet(deps, wish, body) : startOnDemand(deps, wish, body);
  };
}

async function startOnDemand(deps: MockDeps, wish: Wish, body: OnDemand): Promise<Started> {
  const { person } = wish;
  const drawn = await draw(deps, person, body);
  if (!drawn.ok) return (await startedBefore(deps, wish)) ?? { lacking: drawn.lacking };
  const { refs, repeated } = drawn;
  const setup = {
    ...{ ...drawn.setup, ...pick(body, 'subject', 'form', 'mode', 'factor', 'device') },
    ...{ person, shuffle: false, graceMs: GRACE_MS, profile: OFFICIAL_1.id },
    ...(body.region === undefined ? {} : { region: body.region }),
  };
  const attempt = begun(setup, deps.now());
  const done = await begin(deps, wish, { attempt, refs });
  if (done === undefined) return requireStarted(deps, wish);
  await noteSeen(deps, attempt, refs);
  return { ...done, repeated };
}

export interface Drawn {
  ok: true;
  refs: ItemRef[];
  repeated: number;
  setup: Pick<Setup, 'id' | 'blueprint' | 'minutes' | 'questions' | 'seed'>;
}

/** Draws a paper of a form for somebody; what the bank lacks is an answer. Problem `not_found` for a subject that is not asked so. */
export async function draw(
  deps: MockDeps,
  person: string,
  { subject: id, form }: Pick<OnDemand, 'subject' | 'form'>,
): Promise<Drawn | Extract<ReturnType<typeof assemble>, { ok: false }>> {
  const [subject, seen] = await Promise.all([deps.mockBank.subject(id), deps.store.mockItems.seen(person, id)]);
  const blueprint = subject && (await blueprintFor(deps, subject, form));
  if (subject === undefined || blueprint === undefined) throw new Problem('not_found');
  await keepItems(deps, subject, deps.digest);
  const setup = newSetup(deps, blueprint);
  const paper = assemble(blueprint, poolOf(subject), { seed: setup.seed, seen, chapters: subject.chapters });
  if (!paper.ok) return paper;
  return { ...paper, setup: { ...setup, questions: paper.refs.length } };
}

/** What is new with each attempt: its id, which begins with its time, and a seed that follows from it. */
function newSetup(deps: MockDeps, { id: blueprint, minutes }: { id: string; minutes: number }) {
  const id = newAttemptId(deps.now(), deps.newId());
  return { id, blueprint, minutes, seed: seedOf(id) };
}

/** Attempts sort by their ids. */
function newAttemptId(now: Instant, id: string): string {
  return `${msOf(now).toString(36).padStart(9, '0')}-${id}`;
}

/** A 32-bit number of a text that nobody can guess. FNV-1a. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  return hash | 0;
}

async function startSet(deps: MockDeps, wish: Wish, body: OfSet): Promise<Started> {
  const { person } = wish;
  const { paper, sitter } = await deps.store.setPapers.entrance(body.paper, person);
  if (paper === undefined) throw new Problem('not_found');
  if (sitter?.attempt !== undefined) return goOn(deps, wish, { paper, attempt: sitter.attempt });
  if (!(await isFor(deps, paper, person))) throw refused('paper-not-yours');
  if (phaseOf(paper, deps.now()) !== 'open') throw refused('paper-closed');
  const attempt = begun(setupOf(deps, { paper, person, sitter, body }), deps.now());
  const { factor, startedAt, state } = attempt;
  const after = {
    ...{ ...sitter, paper: paper.id, person, factor, attempt: attempt.id, state, startedAt },
    version: (sitter?.version ?? 0) + 1,
  };
  const start = { attempt, refs: paper.refs, sitter: { after: cleared(after), was: sitter?.version } };
  return (await begin(deps, wish, start, paper)) ?? requireStarted(deps, wish);
}

/** What an attempt before it has left on the item is not the new one's. */
function cleared({
  endedAt: _end,
  earned: _earned,
  possible: _possible,
  marking: _marking,
  regraded: _regraded,
  ...sitter
}: Sitter): Sitter {
  return sitter;
}

/** Whoever sits it already goes on, whichever of their pages asks; whoever has sat it is told so, but for the request that began it. */
async function goOn(
  deps: MockDeps,
  wish: Wish,
  { paper, attempt: id }: { paper: SetPaper; attempt: string },
): Promise<Started> {
  const before = await startedBefore(deps, wish);
  if (before !== undefined) return before;
  const attempt = await settledOf(deps, wish.person, id);
  if (attempt.state !== 'open') throw refused('paper-sat');
  return shown(deps, attempt, paper);
}

function setupOf(
  deps: MockDeps,
  { paper, person, sitter, body }: { paper: SetPaper; person: string; sitter: Sitter | undefined; body: OfSet },
): Setup {
  return {
    ...{ ...newSetup(deps, { id: paper.blueprint, minutes: paper.minutes }), person, paper: paper.id },
    ...pick(paper, 'subject', 'form', 'mode', 'shuffle', 'graceMs'),
    ...{ factor: sitter?.factor ?? 100, profile: OFFICIAL_1.id, questions: paper.refs.length, device: body.device },
    ...(body.region === undefined ? {} : { region: body.region }),
  };
}

/** Writes a start; undefined when the request has begun one already, or the person has at another page. */
async function begin(deps: MockDeps, wish: Wish, start: Start, paper?: SetPaper): Promise<Started | undefined> {
  const { attempt, refs } = start;
  const items = await itemsFor(deps, attempt.subject, refs);
  const request = requestOf(deps, wish, { attempt: attempt.id });
  const done = await deps.store.attempts.start({ ...start, request });
  if (done.length > 0) return undefined;
  return { attempt: sitting(attempt, { items, sheet: { refs, ...EMPTY }, now: deps.now(), paper }) };
}

/** What a request began before; undefined when nothing. */
async function startedBefore(deps: MockDeps, wish: Wish): Promise<Started | undefined> {
  const before = await answeredBefore<{ attempt: string }>(deps, wish);
  if (before === undefined) return undefined;
  const attempt = await settledOf(deps, wish.person, before.attempt);
  return shown(deps, attempt, attempt.paper === undefined ? undefined : await deps.store.setPapers.get(attempt.paper));
}

/** A start that was refused: by its own request, which was fulfilled, or by another that came first. */
async function requireStarted(deps: MockDeps, wish: Wish): Promise<Started> {
  const before = await startedBefore(deps, wish);
  if (before === undefined) throw new Problem('conflict');
  return before;
}

async function settledOf(deps: MockDeps, person: string, id: string): Promise<Attempt> {
  const attempt = await deps.store.attempts.get(person, id);
  if (attempt === undefined) throw new Error('a started attempt is not there');
  return settled(deps, attempt);
}

async function shown(deps: MockDeps, attempt: Attempt, paper: SetPaper | undefined): Promise<Started> {
  const sheet = await deps.store.attempts.sheet(attempt);
  const items = await itemsFor(deps, attempt.subject, sheet.refs);
  return { attempt: sitting(attempt, { items, sheet, now: deps.now(), paper }) };
}

/** Notes what somebody was asked, for the next paper; what is not noted may be asked again sooner, and nothing else. */
export function noteSeen(
  deps: MockDeps,
  { person, subject, startedAt }: Pick<Attempt, 'person' | 'subject' | 'startedAt'>,
  refs: readonly ItemRef[],
): Promise<void> {
  return deps.store.mockItems.noteSeen(
    { person, subject, at: startedAt },
    refs.map(({ id }) => id),
  );
}

function pick<T extends object, K extends keyof T>(from: T, ...names: K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
