// Courses that are over, for tests of what is counted from them: marks put as the door leaves them, closing as a page does it, and what the table then holds.
import { closeCourse } from '../../functions/app/closing.ts';
import { decideCorrection, proposeCorrection } from '../../functions/app/corrections.ts';
import type { TrainingYear } from '../../functions/domain/participation/training.ts';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { freshRequest, MORNING } from './courses.ts';
import { untilAnswered } from './faults.ts';
import { OPERATOR } from './tenants.ts';
import type { World } from './world.ts';

/** Two who may close courses and approve corrections anywhere in the first province. */
const CLOSER = {
  ...OPERATOR,
  grants: [{ unit: '11', role: 'bureau-manager', from: '2020-01-01', by: 'x' }],
} as const;
const APPROVER = { ...CLOSER, person: 'approver-of-tests' };

/** When everything that tests plan is over. */
export const AFTER = '2027-03-01T02:00:00.000Z';

/** A part is some thirty requests that must all be well: with a seventh of them failing, one part in a hundred is. */
const TIMES_MOST = 2000;

interface Came {
  session: string;
  person: string;
  /** When, in minutes of a session that begins then. */
  from?: string;
  stay?: [number, number];
  walkIn?: boolean;
}

/** Somebody signs in and out of a session; for the whole morning when nothing else is said. */
export async function attend(
  world: World,
  { session, person, from = MORNING.startsAt, stay = [0, 180], walkIn }: Came,
) {
  for (const [i, minutes] of stay.entries()) {
    const at = instantOf(msOf(from) + minutes * 60_000);
    const receipt = { session, person, at, receivedAt: at, request: freshRequest(), asked: 'x' };
    const mark = { ...receipt, n: i + 1, kind: i === 0 ? 'in' : 'out', how: 'scan' } as const;
    await world.deps.store.marks.put(walkIn ? { ...mark, walkIn, name: `旁听${person}` } : mark);
  }
}

/** Closes a course as a page does: it goes on until there is no cursor, asks again for a part that failed, and looks again when another was first. */
export async function closeWhole(world: World, course: string, from?: string): Promise<void> {
  let cursor = from;
  do {
    cursor = await untilAnswered(async (): Promise<string | undefined> => {
      const version = (await world.deps.store.courses.get(course))?.version ?? 0;
      const body = { version, ...(cursor === undefined ? {} : { cursor }) };
      const input = { params: { course }, query: undefined, body };
      return (await closeCourse(world.deps)(CLOSER, input).catch(busyForAnother)).cursor;
    }, TIMES_MOST);
  } while (cursor !== undefined);
}

function busyForAnother(error: unknown): never {
  throw (error as { code?: string }).code === 'conflict' ? Object.assign(error as Error, { code: 'busy' }) : error;
}

type Wanted = { kind: 'in' | 'out' | 'mid'; at: string } | { kind: 'void'; of: number };

/** A correction that one proposes; gives its id. */
export async function propose(world: World, at: { session: string; person: string }, marks: Wanted[]): Promise<string> {
  const body = { request: freshRequest(), why: '补签', marks };
  return (await proposeCorrection(world.deps)(CLOSER, { params: at, query: undefined, body })).correction;
}

/** And another approves. */
export async function approve(world: World, session: string, correction: string): Promise<void> {
  const body = { decision: 'approved', why: '已核对' } as const;
  await decideCorrection(world.deps)(APPROVER, { params: { session, correction }, query: undefined, body });
}

export async function correct(world: World, at: { session: string; person: string }, marks: Wanted[]): Promise<void> {
  await approve(world, at.session, await propose(world, at, marks));
}

/** What is kept of some people in some years, by person and year. */
export async function trainingOf(world: World, people: readonly string[], years: readonly string[] = ['2026']) {
  const all = await world.deps.store.trained.ofMany(people, years);
  return new Map(all.map((one): [string, TrainingYear] => [`${one.person} ${one.year}`, one]));
}
