// What an examiner decides about one person at a set paper: extra time, and taking an attempt back. Each with its reason, in the audit and beside the
// attempt.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Attempt, FACTOR, voided } from '../domain/attempts/attempt.ts';
import { withExtraTime } from '../domain/attempts/extra-time.ts';
import type { SetPaper } from '../domain/papers/set-paper.ts';
import type { Sitter } from '../store/set-papers.ts';
import { entryOf } from './audit.ts';
import type { ExaminerDeps } from './deps.ts';
import { paperFor } from './examiner-finding.ts';
import { isFor } from './mock-groups.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';

type Extra = Answer<'giveExtraTime'>;
type Voided = Answer<'voidAttempt'>;

/** Gives somebody more time: for their start, or for the attempt they sit, whose deadline moves at once. */
export function giveExtraTime(deps: ExaminerDeps) {
  return async (actor: Actor, { params, body }: Input<'giveExtraTime'>): Promise<Extra> => {
    const { me, paper, place } = await paperFor(deps, actor)('setPaper', params.paper);
    const wish = await wishOf(deps, { person: me.person, route: 'giveExtraTime', params, body });
    const done = await answeredBefore<Extra>(deps, wish);
    if (done !== undefined) return done;
    const { factor, why } = body;
    const sitter = await deps.store.setPapers.sitter(paper.id, params.person);
    if (sitter === undefined && !(await isFor(deps, paper, params.person))) throw new Problem('not_found');
    const attempt = await prolonged(deps, { paper, sitter, factor });
    const answer: Extra = { factor, ...(attempt && { deadline: attempt.after.deadline }) };
    const was = sitter?.version;
    const after = { ...sitter, paper: paper.id, person: params.person, factor, version: (was ?? 0) + 1 };
    const thing = { type: 'sitter', id: params.person };
    const before = { paper: paper.id, factor: sitter?.factor ?? FACTOR.usual, ...deadlineOf(attempt?.before) };
    const facts = { before, after: { paper: paper.id, factor, ...deadlineOf(attempt?.after) } };
    const entry = entryOf(deps, { me, right: 'setPaper', action: 'giveExtraTime', place, thing, why, ...facts });
    const most = factor > paper.factorMost ? { paper: paper.id, factor } : undefined;
    const request = requestOf(deps, wish, answer);
    const put = { sitter: { after, was }, most, attempt, request };
    const wrote = await deps.store.setPaperWrites.extraTime(put, [entry]);
    if (wrote === 'done') return answer;
    return (wrote === 'request-used' ? await answeredBefore<Extra>(deps, wish) : undefined) ?? conflict();
  };
}

/** The attempt that goes on for longer; undefined when nothing is being sat. */
async function prolonged(
  deps: ExaminerDeps,
  { paper, sitter, factor }: { paper: SetPaper; sitter: Sitter | undefined; factor: number },
): Promise<{ before: Attempt; after: Attempt } | undefined> {
  if (sitter?.attempt === undefined) return undefined;
  const before = await attemptOf(deps, sitter.person, sitter.attempt);
  const moved = withExtraTime(before, { minutes: paper.minutes, factor }, deps.now());
  if (!moved.ok) throw refused(moved.reason);
  return { before, after: moved.attempt };
}

/** Takes an attempt back: it is kept and not scored, and its person may sit the paper again while it is open. */
export function voidAttempt(deps: ExaminerDeps) {
  return async (actor: Actor, { params, body }: Input<'voidAttempt'>): Promise<Voided> => {
    const { me, paper, place } = await paperFor(deps, actor)('setPaper', params.paper);
    const wish = await wishOf(deps, { person: me.person, route: 'voidAttempt', params, body });
    const done = await answeredBefore<Voided>(deps, wish);
    if (done !== undefined) return done;
    const sitter = await deps.store.setPapers.sitter(paper.id, params.person);
    if (sitter === undefined) throw new Problem('not_found');
    if (sitter.attempt !== body.attempt) throw new Problem('conflict');
    const before = await attemptOf(deps, sitter.person, body.attempt);
    const result = await deps.store.results.get({ person: sitter.person, attempt: body.attempt });
    const moved = voided(before, deps.now());
    if (!moved.ok) throw refused(moved.reason);
    const { sum: _, ...after } = moved.attempt;
    const answer: Voided = { attempt: before.id, state: 'voided' };
    const thing = { type: 'attempt', id: before.id };
    const facts = {
      before: {
        paper: paper.id,
        person: sitter.person,
        state: before.state,
        ...(before.sum && { earned: before.sum.earned }),
      },
      after: { state: 'voided' },
    };
    const entry = entryOf(deps, {
      me,
      right: 'setPaper',
      action: 'voidAttempt',
      place,
      thing,
      why: body.why,
      ...facts,
    });
    const put = {
      sitter: {
        after: withoutAttempt(sitter, { attempt: before.id, at: deps.now(), why: body.why }),
        was: sitter.version,
      },
      attempt: { before, after },
      result: result && { ...result, state: 'voided' as const, version: result.version + 1 },
      request: requestOf(deps, wish, answer),
    };
    const wrote = await deps.store.setPaperWrites.voidAttempt(put, [entry]);
    if (wrote === 'done') return answer;
    return (wrote === 'request-used' ? await answeredBefore<Voided>(deps, wish) : undefined) ?? conflict();
  };
}

/** Somebody without the attempt that was taken back: they may begin another one. */
function withoutAttempt(
  { paper, person, factor, voided: before = [], version }: Sitter,
  gone: NonNullable<Sitter['voided']>[number],
): Sitter {
  return { paper, person, factor, voided: [...before, gone], version: version + 1 };
}

async function attemptOf(deps: ExaminerDeps, person: string, id: string): Promise<Attempt> {
  const attempt = await deps.store.attempts.get(person, id);
  if (attempt === undefined) throw new Problem('not_found');
  return attempt;
}

function deadlineOf(attempt: Attempt | undefined): { deadline?: string } {
  return attempt === undefined ? {} : { deadline: attempt.deadline };
}

function conflict(): never {
  throw new Problem('conflict');
}
