// Signs at a session's door that somebody signed for another: for a human to look at, and to decide about. They block nothing, and no network address is
// among them.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { standing } from '../domain/attendance/marks.ts';
import type { Sighting } from '../domain/attendance/sightings.ts';
import { identityOf, type Suspicion, suspicionsOf } from '../domain/attendance/suspicion.ts';
import type { Session } from '../domain/courses/course.ts';
import type { Arrival, Mark } from '../store/marks.ts';
import type { DecidedSuspicion } from '../store/suspicions.ts';
import { signedIn } from './access.ts';
import { entryOf } from './audit.ts';
import type { CoreDeps, TrainerDeps } from './deps.ts';
import { sessionFor } from './door-finding.ts';
import { inParallel } from './in-parallel.ts';
import { Problem, refused } from './problem.ts';
import { namesOf } from './staff-names.ts';

const READS_AT_ONCE = 16;

/** The signs at one session, those that were decided about among them. What is named of other sessions is their id alone. */
export function listSuspicions(deps: TrainerDeps) {
  return async (actor: Actor, { params }: Input<'listSuspicions'>): Promise<Answer<'listSuspicions'>> => {
    const { session } = await sessionFor(deps, actor)('readRoster', params.session);
    const [seen, decided] = await Promise.all([seenAt(deps, session), deps.store.suspicions.ofSession(session.id)]);
    const steps = decided.flatMap((one) => one.steps);
    const known = new Map(decided.map((one) => [one.id, one]));
    // The marks of one that was confirmed may be taken back: it is seen no more, and was decided nevertheless.
    const past = decided.filter(({ id }) => !seen.has(id)).map((one) => viewOf(one.sign, one, false));
    const names = await namesOf(
      deps,
      steps.map(({ by }) => by),
    );
    const now = [...seen].map(([id, sign]) => viewOf(sign, known.get(id) ?? undecided(id), true));
    return { suspicions: [...now, ...past], names };
  };
}

/** A human's word on a sign: it is so, or there is nothing in it. Taking the marks back is a step of its own. Later words stand beside earlier ones. */
export function decideSuspicion(deps: TrainerDeps) {
  return async (actor: Actor, { params, body }: Input<'decideSuspicion'>): Promise<Answer<'decideSuspicion'>> => {
    const me = signedIn(actor);
    const { session, place } = await sessionFor(deps, actor)('runDoor', params.session);
    const id = params.suspicion;
    const before = (await deps.store.suspicions.ofSession(session.id)).find((one) => one.id === id);
    const sign = before?.sign ?? (await seenAt(deps, session)).get(id);
    if (sign === undefined) throw refused('suspicion-gone');
    if (sign.person === me.person) throw refused('suspicion-own');
    const { version = 0, steps = [] } = before ?? {};
    if (version !== body.version) throw new Problem('conflict');
    const { decision, why } = body;
    const step = { decision, by: me.person, at: deps.now(), why };
    const { person } = sign;
    const next = { id, session: session.id, person, sign, steps: [...steps, step], version: version + 1 };
    const after = { person, code: sign.code, decision };
    const thing = { type: 'suspicion', id: session.id };
    const act = { me, right: 'runDoor', action: 'decideSuspicion', place, thing, after, why } as const;
    if ((await deps.store.suspicions.put(next, [entryOf(deps, act)])) === 'conflict') throw new Problem('conflict');
    return { suspicion: id, steps: next.steps, version: next.version };
  };
}

function undecided(id: string): Pick<DecidedSuspicion, 'id' | 'steps' | 'version'> {
  return { id, steps: [], version: 0 };
}

/** The signs that the marks of a session show now, by their ids. */
async function seenAt(deps: CoreDeps, session: Session): Promise<Map<string, Suspicion>> {
  const here = await deps.store.marks.ofSession(session.id);
  const arrivals = await arrivalsOf(deps, new Set(here.map(({ person }) => person)));
  const elsewhere = await marksAtOnce(deps, session, arrivals);
  const sessions = [session, ...elsewhere.map((one) => one.session)].map(({ id, startsAt, endsAt, form }) => {
    return { id, startsAt, endsAt, onSite: form === 'on-site' || form === 'mixed' };
  });
  const sightings = [here, ...elsewhere.map(({ marks }) => marks)].flatMap(sightingsOf);
  const found = suspicionsOf(sightings, { history: historyOf(arrivals, session.id), sessions });
  const own = found.filter((one) => one.session === session.id);
  const ids = await Promise.all(own.map((one) => deps.digest(`suspicion ${identityOf(one)}`)));
  return new Map(own.map((one, i) => [(ids[i] ?? '').slice(0, 22), one]));
}

type Arrivals = Map<string, Arrival[]>;

async function arrivalsOf(deps: CoreDeps, people: ReadonlySet<string>): Promise<Arrivals> {
  const found: Arrivals = new Map();
  await inParallel(READS_AT_ONCE, [...people], async (person) => {
    found.set(person, await deps.store.marks.arrivals(person));
  });
  return found;
}

/** Where else the same people came while this session was on, with their marks there. */
async function marksAtOnce(deps: CoreDeps, here: Session, arrivals: Arrivals) {
  const others = new Map<string, Set<string>>();
  for (const [person, all] of arrivals) {
    for (const { session, startsAt, endsAt } of all) {
      if (session === here.id || startsAt >= here.endsAt || endsAt <= here.startsAt) continue;
      others.set(session, (others.get(session) ?? new Set()).add(person));
    }
  }
  const found: { session: Session; marks: Mark[] }[] = [];
  await inParallel(READS_AT_ONCE, [...others], async ([id, people]) => {
    const session = await deps.store.courseSessions.get(id);
    const marks = await Promise.all([...people].map((person) => deps.store.marks.ofPerson(id, person)));
    if (session?.state === 'planned') found.push({ session, marks: marks.flat() });
  });
  return found;
}

function sightingsOf(marks: readonly Mark[]): Sighting[] {
  return [...Map.groupBy(marks, ({ person, session }) => `${session} ${person}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { person, session } = first;
    return standing(own).map(({ kind, at, how, device }) => ({ person, session, kind, at, how, device }));
  });
}

/** Earlier arrivals, by which somebody's usual phone is known. */
function historyOf(arrivals: Arrivals, here: string): Sighting[] {
  return [...arrivals].flatMap(([person, all]) =>
    all
      .filter(({ session }) => session !== here)
      .map(({ session, at, device }) => ({ person, session, kind: 'in' as const, at, how: 'scan' as const, device })),
  );
}

function viewOf(
  one: Suspicion,
  { id, steps, version }: Pick<DecidedSuspicion, 'id' | 'steps' | 'version'>,
  stands: boolean,
): Answer<'listSuspicions'>['suspicions'][number] {
  const { code, person, at } = one;
  const people = one.code === 'shared-device' ? one.with : one.code === 'borrowed-device' ? one.owners : [];
  const where = one.code === 'two-places' ? { session: one.other } : {};
  return { suspicion: id, code, person, at, people, ...where, stands, steps: [...steps], version };
}
