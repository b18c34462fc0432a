// Signs at a session's door that somebody signed for another: for a human to look at. They block nothing, and no network address is among them.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { standing } from '../domain/attendance/marks.ts';
import type { Sighting } from '../domain/attendance/sightings.ts';
import { suspicionsOf } from '../domain/attendance/suspicion.ts';
import type { Session } from '../domain/courses/course.ts';
import type { Arrival, Mark } from '../store/marks.ts';
import type { CoreDeps } from './deps.ts';
import { sessionFor } from './door-finding.ts';
import { inParallel } from './in-parallel.ts';

const READS_AT_ONCE = 16;

/** The signs at one session. What is named of other sessions is their id alone. */
export function listSuspicions(deps: CoreDeps) {
  return async (actor: Actor, { params }: Input<'listSuspicions'>): Promise<Answer<'listSuspicions'>> => {
    const { session } = await sessionFor(deps, actor)('readRoster', params.session);
    const here = await deps.store.marks.ofSession(session.id);
    const arrivals = await arrivalsOf(deps, new Set(here.map(({ person }) => person)));
    const elsewhere = await marksAtOnce(deps, session, arrivals);
    const sessions = [session, ...elsewhere.map((one) => one.session)].map(({ id, startsAt, endsAt, form }) => {
      return { id, startsAt, endsAt, onSite: form === 'on-site' || form === 'mixed' };
    });
    const sightings = [here, ...elsewhere.map(({ marks }) => marks)].flatMap(sightingsOf);
    const found = suspicionsOf(sightings, { history: historyOf(arrivals, session.id), sessions });
    return { suspicions: found.filter((one) => one.session === session.id).map(viewOf) };
  };
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

function viewOf(one: ReturnType<typeof suspicionsOf>[number]): Answer<'listSuspicions'>['suspicions'][number] {
  const { code, person, at } = one;
  const people = one.code === 'shared-device' ? one.with : one.code === 'borrowed-device' ? one.owners : [];
  return { code, person, at, people, ...(one.code === 'two-places' ? { session: one.other } : {}) };
}
