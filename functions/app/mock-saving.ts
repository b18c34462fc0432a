// Saving answers and handing in. A change is written first, then the head is read: as long as nobody has begun to close the attempt, whoever closes it
// later reads the change. Only then is it called counted.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { isNewer, type LateReason, seqAt, verdictOf } from '../domain/attempts/answers.ts';
import { type Attempt, isOpen } from '../domain/attempts/attempt.ts';
import { instantOf, msOf } from '../domain/time.ts';
import type { HeldAnswer, HeldText, Kept, Shelf } from '../store/attempt-answers.ts';
import type { Sheet } from '../store/attempts.ts';
import type { MockDeps } from './deps.ts';
import { close, settled } from './mock-closing.ts';
import { storedFor } from './mock-finding.ts';
import { standing } from './mock-views.ts';
import { Problem, refused } from './problem.ts';

type Body = Input<'saveAnswers'>['body'];
type Outcome = Answer<'saveAnswers'>['outcomes'][number];

/** A change of an answer or of words, on its way. */
type Change = { kind: 'answer'; held: HeldAnswer } | { kind: 'text'; held: HeldText };

/** What became of a change where it is kept. */
interface Done {
  change: Change;
  kept: Kept;
  /** Why it does not count, by what was known when it came. */
  late: LateReason | undefined;
}

/** Answers in words have few parts. */
const PARTS_MOST = 20;

/** Keeps changes; an attempt that is past its time is closed by this look. */
export function saveAnswers(deps: MockDeps) {
  return async (actor: Actor, { params, body }: Input<'saveAnswers'>): Promise<Answer<'saveAnswers'>> => {
    const found = await storedFor(deps, actor, params.attempt);
    if (found.offline) throw refused('attempt-over');
    const { attempt, outcomes } = await saved(deps, found, body);
    return { ...standing(await settled(deps, attempt), deps.now()), outcomes };
  };
}

/** Hands in, after keeping what is sent with it. Again: the same. */
export function submitAttempt(deps: MockDeps) {
  return async (actor: Actor, { params, body }: Input<'submitAttempt'>): Promise<Answer<'submitAttempt'>> => {
    const found = await storedFor(deps, actor, params.attempt);
    if (found.offline) throw refused('attempt-over');
    const { attempt, outcomes } = await saved(deps, found, body);
    const done = await close(deps, attempt, 'person');
    if (!done.ok) throw refused(done.reason);
    return { ...standing(done.attempt, deps.now()), outcomes };
  };
}

/** Keeps the changes of a request; gives each its outcome under the number it came with, and the head as it was read last. */
export async function saved(
  deps: MockDeps,
  before: Attempt,
  body: Body,
): Promise<{ attempt: Attempt; outcomes: Outcome[] }> {
  if (body.answers.length + body.texts.length === 0) return { attempt: before, outcomes: [] };
  const done = await keptOnline(deps, before, newest(changesOf(deps, before, body)));
  const after = await deps.store.attempts.get(before.person, before.id);
  if (after === undefined) throw new Problem('not_found');
  const isPlain = isOpen(after) && done.every(({ late }) => late === undefined);
  const known = isPlain ? undefined : await afterwards(deps, after);
  const outcomes = new Map(done.map((one) => [nameOf(one.change), outcomeOf(one, known)]));
  return { attempt: known?.attempt ?? after, outcomes: answersTo(before, body, outcomes) };
}

/** An outcome for everything that came: what another change of the same request has replaced is superseded. */
function answersTo(attempt: Attempt, body: Body, outcomes: ReadonlyMap<string, Outcome>): Outcome[] {
  const of = (name: string, base: Pick<Outcome, 'n' | 'seq' | 'part'>): Outcome => {
    if (base.n > attempt.questions) return { ...base, outcome: 'unknown-question' };
    const held = outcomes.get(name);
    return held?.seq === base.seq ? held : { ...base, outcome: held === undefined ? 'unknown-question' : 'superseded' };
  };
  return [
    ...body.answers.map(({ n, seq }) => of(`${n}`, { n, seq })),
    ...body.texts.map(({ n, part, seq }) => of(`${n}.${part}`, { n, part, seq })),
  ];
}

/** The changes of a request as they are kept. The number that dates one is never later than its arrival. */
function changesOf(deps: MockDeps, attempt: Attempt, { device, answers, texts }: Body): Change[] {
  const receivedAt = deps.now();
  const mark = (sent: number) => ({
    seq: seqAt(attempt, sent, receivedAt),
    sent,
    device: deviceTag(device),
    receivedAt,
  });
  const isAsked = ({ n }: { n: number }) => n <= attempt.questions;
  return [
    ...answers.filter(isAsked).map(({ n, seq, picked, flagged, spentS }): Change => {
      const held = { n, ...mark(seq), picked: [...new Set(picked)].sort(), flagged, spentS };
      return { kind: 'answer', held };
    }),
    ...texts
      .filter((text) => isAsked(text) && Number(text.part) <= PARTS_MOST)
      .map(({ n, part, seq, text }): Change => ({ kind: 'text', held: { n, part, ...mark(seq), text } })),
  ];
}

/** A short name for a device: of no use but to tell two apart. FNV-1a, as many digits as fit 32 bits. */
function deviceTag(device: string): string {
  let hash = 0x811c9dc5;
  for (const sign of device) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

function nameOf({ kind, held }: Change): string {
  return kind === 'answer' ? `${held.n}` : `${held.n}.${held.part}`;
}

/** Of several changes of one thing the newest, by the numbers they came with. */
function newest(changes: readonly Change[]): Change[] {
  const byName = new Map<string, Change>();
  for (const change of changes) {
    const before = byName.get(nameOf(change));
    const isLater =
      before === undefined || isNewer({ seq: change.held.sent, device: '' }, { seq: before.held.sent, device: '' });
    if (isLater) byName.set(nameOf(change), change);
  }
  return [...byName.values()];
}

/**
 * Keeps what was done without a network. `found` is the attempt as it was prepared, `timed` as it was sat: a change came in when it was made, and does
 * not count when that was after the time was over.
 */
export async function keptOffline(
  deps: MockDeps,
  { found, timed, body }: { found: Attempt; timed: Attempt; body: Body },
): Promise<Outcome[]> {
  const allowed = msOf(timed.deadline) - msOf(timed.startedAt);
  const changes = newest(changesOf({ ...deps, now: () => FAR }, found, body)).map((change) => atOwnTime(found, change));
  const done = await keptChanges(deps, found, changes, ({ held }) =>
    held.seq > allowed ? 'made-after-deadline' : undefined,
  );
  const outcomes = new Map(done.map((one) => [nameOf(one.change), plainOutcome(one)]));
  return answersTo(found, body, outcomes);
}

/** Later than any change: the device's own clock dates it. */
const FAR = '2999-12-31T00:00:00.000Z';

/** A change that arrived when it was made. */
function atOwnTime({ startedAt }: Attempt, change: Change): Change {
  const receivedAt = instantOf(msOf(startedAt) + change.held.seq);
  return change.kind === 'answer'
    ? { kind: 'answer', held: { ...change.held, receivedAt } }
    : { kind: 'text', held: { ...change.held, receivedAt } };
}

/** What was sent again after its time and stands among what counts is not late; everything else is kept where it belongs. */
async function keptOnline(deps: MockDeps, attempt: Attempt, changes: readonly Change[]): Promise<Done[]> {
  const isAnyLate = changes.some((change) => latenessOf(attempt, change) !== undefined);
  const sheet = isAnyLate ? await deps.store.attempts.sheet(attempt) : undefined;
  const again = changes.filter((change) => sheet !== undefined && standsIn(sheet, change));
  const done = await keptChanges(
    deps,
    attempt,
    changes.filter((change) => !again.includes(change)),
  );
  return [...done, ...again.map((change): Done => ({ change, kept: 'same', late: undefined }))];
}

/** Keeps each change where it belongs by what is known now: what is late never takes the place of what counts. */
async function keptChanges(
  deps: MockDeps,
  attempt: Attempt,
  changes: readonly Change[],
  lateness = (change: Change) => latenessOf(attempt, change),
): Promise<Done[]> {
  const judged = changes.map((change) => ({ change, late: lateness(change) }));
  const { attemptAnswers } = deps.store;
  const of = { person: attempt.person, attempt: attempt.id, startedAt: attempt.startedAt };
  const shelves: Shelf[] = ['counted', 'late'];
  const done = await Promise.all(
    shelves.map(async (shelf): Promise<Done[]> => {
      const own = judged.filter(({ late }) => (late === undefined) === (shelf === 'counted'));
      const answers = own.flatMap(({ change }) => (change.kind === 'answer' ? [change.held] : []));
      const kept = await attemptAnswers.put(of, answers, shelf);
      return Promise.all(
        own.map(async ({ change, late }) => {
          const { held } = change;
          if (change.kind === 'text')
            return { change, late, kept: await attemptAnswers.putText(of, change.held, shelf) };
          return { change, late, kept: kept.get(held.n) ?? 'older' };
        }),
      );
    }),
  );
  return done.flat();
}

/** Why a change does not count by the head as it was read; undefined when it does. */
function latenessOf(attempt: Attempt, { held }: Change): LateReason | undefined {
  const verdict = verdictOf(attempt, held);
  if (!verdict.counts) return verdict.reason;
  if (isOpen(attempt)) return undefined;
  const how = attempt.closing?.as ?? attempt.state;
  return how === 'expired' ? 'received-after-grace' : 'received-after-hand-in';
}

/** What is known of an attempt that is closing or closed, or of changes that came late: what stands there in the end. */
interface Known {
  attempt: Attempt;
  sheet: Sheet;
}

async function afterwards(deps: MockDeps, attempt: Attempt): Promise<Known> {
  const over = await settled(deps, attempt);
  return { attempt: over, sheet: await deps.store.attempts.sheet(over) };
}

/** An outcome by what was known when the change came. */
function plainOutcome({ change, kept, late }: Done): Outcome {
  const { n, sent } = change.held;
  const base = { n, ...(change.kind === 'text' ? { part: change.held.part } : {}), seq: sent };
  if (late !== undefined) return { ...base, outcome: 'late', reason: late };
  return { ...base, outcome: kept === 'older' ? 'superseded' : 'counted' };
}

function outcomeOf(done: Done, known: Known | undefined): Outcome {
  const { change, kept, late } = done;
  const { n, sent } = change.held;
  const base = { n, ...(change.kind === 'text' ? { part: change.held.part } : {}), seq: sent };
  if (known === undefined) return plainOutcome(done);
  if (isAmongCounted(change, known)) return { ...base, outcome: 'counted' };
  if (late === undefined && kept === 'older') return { ...base, outcome: 'superseded' };
  if (late === undefined && known.sheet.result === undefined && known.attempt.state !== 'voided') {
    return { ...base, outcome: 'counted' };
  }
  return { ...base, outcome: 'late', reason: late ?? lateBy(known.attempt) };
}

/** Whether this very change stands among what counts and, where there is a result, has come into it. */
function isAmongCounted(change: Change, { attempt, sheet }: Known): boolean {
  if (attempt.state === 'voided' || !standsIn(sheet, change)) return false;
  if (change.kind === 'text' || sheet.result === undefined) return true;
  const line = sheet.result.lines.find(({ n }) => n === change.held.n);
  return line?.picked.join('') === change.held.picked.join('');
}

/** Whether this very change stands among what counts. */
function standsIn({ answers, texts }: Sheet, change: Change): boolean {
  if (change.kind === 'answer') return answers.some((one) => one.n === change.held.n && isSame(one, change.held));
  const { n, part } = change.held;
  return texts.some((text) => text.n === n && text.part === part && isSame(text, change.held));
}

function isSame(a: Pick<HeldAnswer, 'sent' | 'device'>, b: Pick<HeldAnswer, 'sent' | 'device'>): boolean {
  return a.sent === b.sent && a.device === b.device;
}

/** Why something does not count that came while an attempt was being closed. */
function lateBy({ state, deadline, endedAt }: Attempt): LateReason {
  if (state === 'voided') return 'voided';
  const isHandedIn = state === 'submitted' && endedAt !== undefined && msOf(endedAt) <= msOf(deadline);
  return isHandedIn ? 'received-after-hand-in' : 'received-after-grace';
}
