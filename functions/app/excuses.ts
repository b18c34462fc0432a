// Leave from a session (请假): asked for by the person, decided by whoever runs the door. A leave that is granted makes an absence excused.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { Excuse, ExcuseStep } from '../store/excuses.ts';
import { signedIn } from './access.ts';
import { entryOf } from './audit.ts';
import type { CoreDeps } from './deps.ts';
import { heldSession, isEnrolled, sessionFor } from './door-finding.ts';
import { Problem, refused } from './problem.ts';
import { namesOf } from './staff-names.ts';

/** State → the states that may follow: by the person, or by whoever decides. */
const OWN = {
  none: ['asked'],
  asked: ['taken-back'],
  granted: ['taken-back'],
  refused: [],
  'taken-back': ['asked'],
} as const;
const STAFFS = {
  none: ['granted'],
  asked: ['granted', 'refused'],
  granted: ['refused'],
  refused: ['granted'],
  'taken-back': [],
} as const;

/** Asks for leave from a session that is not over, or takes it back. */
export function askExcuse(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'askExcuse'>): Promise<Answer<'askExcuse'>> => {
    const { person } = signedIn(actor);
    const { course, session } = await heldSession(deps, params.session);
    if (!(await isEnrolled(deps, course.id, person))) throw refused('not-enrolled');
    if (session.endsAt <= deps.now()) throw refused('session-over');
    const before = await deps.store.excuses.get(params.session, person);
    const next = stepped(deps, before, { ...body, session: params.session, person, by: person, allowed: OWN });
    if ((await deps.store.excuses.put(next, [])) === 'conflict') throw new Problem('conflict');
    return { state: next.state, version: next.version };
  };
}

/** Grants or refuses leave; granting needs no asking, for whoever called in sick by phone. */
export function decideExcuse(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'decideExcuse'>): Promise<Answer<'decideExcuse'>> => {
    const me = signedIn(actor);
    const { course, place } = await sessionFor(deps, actor)('runDoor', params.session);
    if (course.state !== 'published') throw refused('course-not-running');
    if (!(await isEnrolled(deps, course.id, params.person))) throw refused('not-enrolled');
    const before = await deps.store.excuses.get(params.session, params.person);
    const { decision: state, why, version } = body;
    const next = stepped(deps, before, { ...params, state, why, version, by: me.person, allowed: STAFFS });
    const after = { person: params.person, state };
    const thing = { type: 'excuse', id: params.session };
    const act = { me, right: 'runDoor', action: 'decideExcuse', place, thing, after, why } as const;
    if ((await deps.store.excuses.put(next, [entryOf(deps, act)])) === 'conflict') throw new Problem('conflict');
    return viewOf(next);
  };
}

export function listExcuses(deps: CoreDeps) {
  return async (actor: Actor, { params }: Input<'listExcuses'>): Promise<Answer<'listExcuses'>> => {
    await sessionFor(deps, actor)('readRoster', params.session);
    const all = await deps.store.excuses.ofSession(params.session);
    const staff = all.flatMap(({ person, steps }) => steps.map(({ by }) => by).filter((by) => by !== person));
    return { excuses: all.map(viewOf), names: await namesOf(deps, staff) };
  };
}

interface Wanted extends Pick<Excuse, 'session' | 'person' | 'version'>, Pick<ExcuseStep, 'state' | 'by' | 'why'> {
  allowed: { readonly [S in Excuse['state'] | 'none']: readonly Excuse['state'][] };
}

/** The leave after a step. Problem `conflict` when it has moved since the caller saw it. */
function stepped(deps: CoreDeps, before: Excuse | undefined, { allowed, version, ...step }: Wanted): Excuse {
  if ((before?.version ?? 0) !== version) throw new Problem('conflict');
  const { session, person, state, by, why } = step;
  if (!allowed[before?.state ?? 'none'].includes(state)) throw refused('excuse-state');
  const steps = [...(before?.steps ?? []), { state, by, why, at: deps.now() }];
  return { session, person, state, steps, version: version + 1 };
}

function viewOf({ person, state, steps, version }: Excuse): Answer<'decideExcuse'> {
  return { person, state, steps: steps.map(({ state, by, at, why }) => ({ state, by, at, why })), version };
}
