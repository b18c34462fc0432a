// An attempt under way: looking at it, taking it over with another device, resting.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Attempt, heldBy, type Moved, paused, resumed } from '../domain/attempts/attempt.ts';
import type { MockDeps } from './deps.ts';
import { settled } from './mock-closing.ts';
import { attemptFor, storedFor } from './mock-finding.ts';
import { itemsFor } from './mock-items.ts';
import { sitting, standing } from './mock-views.ts';
import { Problem, refused } from './problem.ts';

/** Others who write the same head in the same moment are few. */
const TRIES = 6;

export function readAttempt(deps: MockDeps) {
  return async (actor: Actor, { params }: Input<'readAttempt'>): Promise<Answer<'readAttempt'>> =>
    sittingOf(deps, await attemptFor(deps, actor, params.attempt));
}

/** The device that asks writes from now on. One that does already changes nothing, and what is over is shown as it is. */
export function holdAttempt(deps: MockDeps) {
  return async (actor: Actor, { params, body }: Input<'holdAttempt'>): Promise<Answer<'holdAttempt'>> => {
    const attempt = await moved(deps, await storedFor(deps, actor, params.attempt), (current) =>
      current.holder.device === body.device ? { ok: true, attempt: current } : heldBy(current, body.device, deps.now()),
    );
    return sittingOf(deps, attempt);
  };
}

/** Rests, or goes on. What is so already stays so: the answer may have been lost. */
export function moveAttempt(deps: MockDeps) {
  return async (actor: Actor, { params, body }: Input<'moveAttempt'>): Promise<Answer<'moveAttempt'>> => {
    const move = body.kind === 'pause' ? paused : resumed;
    const found = await storedFor(deps, actor, params.attempt);
    if (found.offline) throw refused('no-pause');
    const attempt = await moved(deps, found, (current) => {
      const done = move(current, deps.now());
      if (!done.ok && (done.reason === 'attempt-over' || done.reason === 'no-pause')) throw refused(done.reason);
      return done;
    });
    return standing(attempt, deps.now());
  };
}

/** Moves a head, again where somebody else has written it meanwhile. What the rule refuses leaves it as it stands. */
async function moved(deps: MockDeps, found: Attempt, move: (current: Attempt) => Moved): Promise<Attempt> {
  let current = await settled(deps, found);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const done = move(current);
    if (!done.ok || done.attempt === current) return current;
    if (await deps.store.attempts.move(current, done.attempt)) return done.attempt;
    const next = await deps.store.attempts.get(current.person, current.id);
    if (next === undefined) throw new Problem('not_found');
    current = await settled(deps, next);
  }
  throw new Problem('busy');
}

/** An attempt with what it asks, and what stands there. What was taken along is opened by its token alone, until it is handed in. */
async function sittingOf(deps: MockDeps, attempt: Attempt): Promise<Answer<'readAttempt'>> {
  const isSealed = attempt.offline === true && attempt.state === 'open';
  const [sheet, paper] = await Promise.all([
    deps.store.attempts.sheet(attempt),
    attempt.paper === undefined ? undefined : deps.store.setPapers.get(attempt.paper),
  ]);
  const items = isSealed ? [] : await itemsFor(deps, attempt.subject, sheet.refs);
  return sitting(attempt, { items, sheet, now: deps.now(), paper });
}
