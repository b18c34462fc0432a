// Corrections of a closed course: one person proposes, another decides. What is approved adds marks and, where they change the hours, revokes the
// entry that was written and puts the next one; nothing is edited.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { beginCorrection, decideCorrection as decided, factsOf } from '../domain/attendance/corrections.ts';
import type { Interval } from '../domain/attendance/intervals.ts';
import { courseCan } from '../domain/courses/moves.ts';
import { minutesIn, moveEntry, stateOf } from '../domain/hours/entries.ts';
import type { Effects, StoredCorrection } from '../store/corrections.ts';
import type { StoredEntry } from '../store/hours.ts';
import type { Mark } from '../store/marks.ts';
import { signedIn } from './access.ts';
import { verdictFor } from './attendance.ts';
import { entryOf } from './audit.ts';
import { entryFor } from './closing.ts';
import type { TrainerDeps } from './deps.ts';
import { type HeldSession, sessionFor } from './door-finding.ts';
import { correctedTraining } from './participation.ts';
import { Problem, refused } from './problem.ts';
import { namesOf } from './staff-names.ts';

/** Proposes a correction of a person's marks at a session. The request's id is the proposal's: sent again, it is the same one. */
export function proposeCorrection(deps: TrainerDeps) {
  return async (actor: Actor, { params, body }: Input<'proposeCorrection'>): Promise<Answer<'proposeCorrection'>> => {
    const me = signedIn(actor);
    const { course, place } = await sessionFor(deps, actor)('closeCourse', params.session);
    const { session, person } = params;
    const now = deps.now();
    if (!courseCan.correct(course, now)) throw refused('course-not-closed');
    // The table gives fields back in an order of its own: what was asked is compared as a hash of what came.
    const asked = (await deps.digest(JSON.stringify([person, body.why, body.marks]))).slice(0, 22);
    const before = await deps.store.corrections.get(session, body.request);
    if (before !== undefined) return sameAs(before, asked);
    const wanted = { by: me.person, at: now, why: body.why, marks: body.marks };
    const begun = beginCorrection(wanted, await deps.store.marks.ofPerson(session, person), true);
    if (!begun.ok) throw refused(begun.reason);
    const correction = { ...begun.correction, id: body.request, asked, session, person };
    const after = { person, marks: body.marks.length };
    const thing = { type: 'correction', id: session };
    const act = { me, right: 'closeCourse', action: 'proposeCorrection', place, thing, after, why: body.why } as const;
    const done = await deps.store.corrections.add(correction, [entryOf(deps, act)]);
    if (done === 'same') throw new Problem('conflict');
    return { correction: correction.id, state: correction.state };
  };
}

function sameAs(before: StoredCorrection, asked: string): Answer<'proposeCorrection'> {
  if (before.asked !== asked) throw new Problem('request_reused');
  return { correction: before.id, state: before.state };
}

/** Approves or refuses a proposal of somebody else. */
export function decideCorrection(deps: TrainerDeps) {
  return async (actor: Actor, { params, body }: Input<'decideCorrection'>): Promise<Answer<'decideCorrection'>> => {
    const me = signedIn(actor);
    const found = await sessionFor(deps, actor)('approveCorrection', params.session);
    const before = await deps.store.corrections.get(params.session, params.correction);
    if (before === undefined) throw new Problem('not_found');
    const move = body.decision === 'approved' ? 'approve' : 'refuse';
    const next = decided(before, move, { by: me.person, at: deps.now(), why: body.why });
    if (!next.ok) throw refused(DECISION_REFUSALS[next.reason]);
    const correction = { ...before, ...next.correction };
    const { minutes, ...effects } = await effectsOf(deps, found, correction);
    const after = { person: before.person, state: correction.state, ...(minutes === undefined ? {} : { minutes }) };
    const thing = { type: 'correction', id: params.session };
    const act = { me, right: 'approveCorrection', place: found.place, thing, after, why: body.why } as const;
    const done = await deps.store.corrections.decide(correction, effects, [entryOf(deps, act)]);
    if (done === 'conflict') throw new Problem('conflict');
    return { state: correction.state, ...(minutes === undefined ? {} : { minutes }) };
  };
}

const DECISION_REFUSALS = {
  'wrong-state': 'correction-decided',
  own: 'correction-own',
  'no-reason': 'no-reason',
} as const;

export function listCorrections(deps: TrainerDeps) {
  return async (actor: Actor, { params }: Input<'listCorrections'>): Promise<Answer<'listCorrections'>> => {
    await sessionFor(deps, actor)('readRoster', params.session);
    const all = await deps.store.corrections.ofSession(params.session);
    const corrections = all.map(({ id, person, state, by, at, why, marks, decided: end }) => ({
      ...{ correction: id, person, state, by, at, why, marks: [...marks] },
      ...(end === undefined ? {} : { decided: end }),
    }));
    const staff = all.flatMap(({ by, decided: end }) => [by, end?.by]);
    return { corrections, names: await namesOf(deps, staff) };
  };
}

/** What a decision brings about: nothing unless it is an approval. `minutes`: what the session is worth to the person afterwards. */
async function effectsOf(
  deps: TrainerDeps,
  held: HeldSession,
  correction: StoredCorrection,
): Promise<Effects & { minutes?: number }> {
  if (correction.state !== 'approved') return { marks: [] };
  const { session, person } = correction;
  const before = await deps.store.marks.ofPerson(session, person);
  const marks = factsOf(correction, before).map((fact) => ({ ...fact, ...receiptOf(deps, correction, fact.n) }));
  const verdict = await verdictFor(deps, held, { person, marks: [...before, ...marks] });
  const { minutes } = verdict;
  const training = await correctedTraining(deps, { ...held, person, verdict });
  const own = (await deps.store.hours.ofPerson(person)).filter((entry) => entry.session === session);
  const valid = own.find((entry) => stateOf(entry).state === 'approved');
  if ((valid === undefined ? 0 : minutesIn(valid)) === minutes && isSameTime(valid, verdict.intervals)) {
    return { marks, minutes, training };
  }
  const by = correction.decided?.by ?? correction.by;
  const at = deps.now();
  const earned = { person, course: held.course.id, session, n: own.length + 1 };
  return {
    marks,
    minutes,
    training,
    revoked: valid && revokedBy(valid, { at, by, why: correction.why }),
    next: entryFor(earned, verdict, { at, by }),
  };
}

function isSameTime(entry: StoredEntry | undefined, intervals: readonly Interval[]): boolean {
  const held = entry === undefined || entry.kind === 'degree' || 'day' in entry.when ? [] : entry.when.intervals;
  const textOf = (all: readonly Interval[]) => all.map(({ from, to }) => `${from} ${to}`).join();
  return textOf(held) === textOf(intervals);
}

function revokedBy(entry: StoredEntry, fact: { at: string; by: string; why: string }): StoredEntry {
  const moved = moveEntry(entry, 'revoke', fact);
  if (!moved.ok) throw new Error('an entry that counts cannot be revoked');
  return { ...entry, facts: moved.entry.facts };
}

function receiptOf(deps: TrainerDeps, { session, person, id }: StoredCorrection, n: number) {
  return {
    session,
    person,
    receivedAt: deps.now(),
    request: `${id}.${n}`,
    asked: 'correction',
  } satisfies Partial<Mark>;
}
