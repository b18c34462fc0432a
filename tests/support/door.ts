// A door of a settled world: a course with one morning session, its trainer, people with a seat and a phone, all at the real edges.
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { enrolAs, freshRequest, MORNING, publishedCourse, type Wanted } from './courses.ts';
import type { Came } from './staff.ts';
import {
  courseId,
  courseTitle,
  degreeTitle,
  settle,
  signInAs,
  TENANTS,
  unitName,
  workerId,
  workerName,
} from './tenants.ts';
import { post, type Transport, transports } from './transports.ts';
import { openWorld, type SignedIn, type World } from './world.ts';

export const PHONE = 'secret-of-phone-1';

export interface Hall {
  world: World;
  transport: Transport;
  trainer: SignedIn;
  course: string;
  session: string;
  /** Each gives the status with the answer's own fields. */
  get(path: string, who?: SignedIn): Promise<Came>;
  send(path: string, body: object, who?: SignedIn): Promise<Came>;
  /** Sets the clock to so many minutes after the session's start. */
  at(minutes: number): void;
  /** Somebody with a seat. */
  come(): Promise<SignedIn>;
  /** What a phone reads off the trainer's screen now. */
  scan(kind?: string, session?: string): Promise<Came>;
  /** Shows a code at the door. */
  checkIn(who: SignedIn, code: object, more?: { session?: string; request?: string; device?: string }): Promise<Came>;
  close(): Promise<void>;
}

export async function openHall(wanted: Wanted = {}): Promise<Hall> {
  const world = await openWorld();
  await settle(world);
  const transport = await (transports['in process'] as (typeof transports)[string])(world);
  const trainer = await staffOf(world, 'trainer');
  const course = await publishedCourse(world, { ...wanted, plan: { capacity: 500, ...wanted.plan } });
  const session = `${course}-001`;
  const came = async (response: Response): Promise<Came> => ({ status: response.status, ...(await response.json()) });
  const get: Hall['get'] = async (path, who = trainer) =>
    came(await transport.send(`/api/${path}`, { headers: who.headers }));
  const send: Hall['send'] = async (path, body, who) =>
    came(await transport.send(`/api/${path}`, post(body, (who ?? trainer).headers)));
  return {
    ...{ world, transport, trainer, course, session, get, send },
    at(minutes) {
      world.clock.now = instantOf(msOf(MORNING.startsAt) + Math.round(minutes * 60_000));
    },
    async come() {
      const now = world.clock.now;
      world.clock.now = '2026-03-01T04:00:00.000Z';
      const who = await world.signIn();
      await enrolAs(world, course, who.person);
      world.clock.now = now;
      return { ...who, ...(await lasting(world, who)) };
    },
    async scan(kind = 'in', at = session) {
      const { codes } = await get(`trainer/sessions/${at}/door?kind=${kind}`);
      return codeOf(codes[0].link);
    },
    checkIn: (who, code, { session: at = session, request = freshRequest(), device = PHONE } = {}) =>
      send(`candidate/sessions/${at}/marks`, { request, device, code }, who),
    async close() {
      await transport.close();
      await world.test.close();
    },
  };
}

/** A session of the world lasts a day of its clock: this one lasts as long as a test needs. */
export async function lasting(
  world: World,
  { person }: Pick<SignedIn, 'person'>,
): Promise<Pick<SignedIn, 'token' | 'headers'>> {
  const { deps } = world;
  const token = deps.newSecret();
  const session = { person, startedAt: '2026-01-01T00:00:00.000Z', expiresAt: '2027-12-31T00:00:00.000Z' };
  await deps.store.sessions.put(await deps.digest(token), session);
  return { token, headers: { cookie: `__Host-session=${token}`, origin: deps.origin } };
}

/** A person with a role whose session lasts. */
export async function staffOf(world: World, role: Parameters<typeof signInAs>[1], unit = '21'): Promise<SignedIn> {
  const who = await signInAs(world, role, unit);
  return { ...who, ...(await lasting(world, who)) };
}

/** The code that a link holds behind its '#'. */
function codeOf(link: string) {
  const { s, k, t, c } = Object.fromEntries(new URLSearchParams(new URL(link).hash.slice(1)));
  return { session: s, kind: k, step: Number(t), token: c };
}

/** What stands at a tenant's course after its closing: a correction that is decided, a certificate that was replaced, and an entry of the ledger that was refused. */
export const correctionId = (unit: string) => `correction-of-${unit}`;
export const completionNumber = (unit: string) => `2026-0000-0000-${unit.padStart(4, '0')}`;

export const entryId = (unit: string) => `entry-of-${unit}`;

export async function settleClosings(world: World): Promise<void> {
  const { corrections, completions, hours } = world.deps.store;
  const at = world.clock.now;
  for (const unit of Object.keys(TENANTS)) {
    const [course, person] = [courseId(unit), workerId(unit)];
    const asked = { asked: 'nothing', by: person, at, why: '漏签', marks: [] };
    await corrections.add(
      { ...asked, id: correctionId(unit), session: `${course}-001`, person, state: 'approved' },
      [],
    );
    const refused = { state: 'refused', at, by: person, why: '材料不全' } as const;
    const degree = { kind: 'degree', day: '2020-07-01', title: degreeTitle(unit), organiser: '学校' } as const;
    await hours.putAll([{ ...degree, id: entryId(unit), person, evidence: [], facts: [refused] }]);
    const said = { name: workerName(unit), title: courseTitle(unit), unit, issuer: unitName(unit), coOrganisers: [] };
    const time = { from: '2026-01-01', to: '2026-01-01', minutes: 180, minutesPerHour: 45, issuedAt: at };
    const statement = { number: completionNumber(unit), course, person, n: 1, by: person, ...said, ...time };
    await completions.put({ added: { ...statement, status: 'replaced', signature: 'none' } }, []);
  }
}
