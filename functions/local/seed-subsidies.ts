// Applications for subsidies in 和县, by its own rule, through the capabilities that people use: some paid, a list whose notice is over, some checked, some
// that wait, one that was returned. Counted back from today.
import type { StationDeps } from '../app/deps.ts';
import { Problem } from '../app/problem.ts';
import { applySubsidy } from '../app/subsidies.ts';
import { addSubsidyBatch, moveSubsidyBatch } from '../app/subsidy-batches.ts';
import { moveSubsidy } from '../app/subsidy-moves.ts';
import { type Actor, actorOn } from '../domain/access/can.ts';
import { employmentsOn } from '../domain/people/employment.ts';
import { lastNoticeDay } from '../domain/subsidies/notice.ts';
import { addDays, type Day, dayOf } from '../domain/time.ts';
import { hour } from './seed-courses.ts';
import { asJob } from './seed-job.ts';
import { plannedPeople } from './seed-people.ts';
import type { PlannedPerson } from './seed-plan.ts';
import { bureauId, plannedTrees } from './seed-units.ts';
import { employ, type Writer } from './seed-write.ts';

const JOB = 'demo-subsidies-1';
const RULE = 'hexian-first';
const DESK = bureauId('340523');

/** The days of notice that the demo's bureau gives: the rule's own are not known. */
const NOTICE = { days: 5, working: true };

/** How far applications have come, and how many days ago they were handed in. */
const PLAN = [
  { count: 4, until: 'paid', ago: 75 },
  { count: 4, until: 'listed', ago: 40 },
  { count: 3, until: 'checked', ago: 12 },
  { count: 3, until: 'applied', ago: 4 },
  { count: 1, until: 'returned', ago: 8 },
] as const;

type Until = (typeof PLAN)[number]['until'];

/** Whoever checks and whoever puts on the list are two. */
const STAFF = ['初审经办（演示）', '发放经办（演示）'] as const;

/** The writer of the world, and the means of the stations' function. */
export interface SubsidyWriter extends Writer {
  station: StationDeps;
}

interface Applied {
  person: string;
  application: string;
}

export async function seedSubsidies(writer: SubsidyWriter): Promise<void> {
  const { deps, actor, station } = writer;
  await asJob(deps, { id: JOB, by: actor.person }, async () => {
    const [checker, decider] = await Promise.all(STAFF.map((name, i) => staffed(writer, { name, n: i + 1 })));
    if (checker === undefined || decider === undefined) throw new Error('nobody decides');
    const people = certified();
    const means = meansOf(writer, station);
    let at = 0;
    for (const { count, until, ago } of PLAN) {
      const day = addDays(dayOf(deps.now()), -ago);
      const made: Applied[] = [];
      for (const person of people.slice(at, at + count)) {
        const application = await applied(means, { person, day });
        if (application !== undefined) made.push({ person, application });
      }
      at += count;
      await carry(means, { made, until, day, checker, decider });
    }
    return { applications: at };
  });
}

/** Somebody of the bureau who decides. */
async function staffed(writer: SubsidyWriter, { name, n }: { name: string; n: number }): Promise<Actor> {
  const id = `demo-subsidy-desk-${n}`;
  const begins = { name, post: 'other', established: true, from: '2024-01-02' } as const;
  await employ(writer, { id, unit: DESK, begins, steps: [], role: 'bureau-manager' });
  return actorOn(id, await writer.deps.store.grants.ofPerson(id), dayOf(writer.deps.now()));
}

/** Those of 和县 who hold a certificate, as the world has them. */
function certified(): string[] {
  const trees = plannedTrees();
  const units = new Set(trees.find((tree) => tree.units.some(({ id }) => id === DESK))?.units.map(({ id }) => id));
  const holds = ({ unit, steps }: PlannedPerson) =>
    units.has(unit) && steps.some(({ kind }) => kind === 'certificate') && !steps.some(({ kind }) => kind === 'leave');
  return plannedPeople(trees)
    .filter(holds)
    .map(({ id }) => id);
}

/** The same people and units as the world's writer sees, at a time of a day. */
function meansOf({ deps }: SubsidyWriter, station: StationDeps): (day: Day, at: number) => StationDeps {
  const { units, people } = deps.store;
  const store = { ...station.store, units, people };
  return (day, at) => ({ ...station, store, now: () => earlier(hour(day, at), deps.now()) });
}

type Means = ReturnType<typeof meansOf>;

async function applied(means: Means, { person, day }: { person: string; day: Day }): Promise<string | undefined> {
  const deps = means(day, 9);
  const held = await deps.store.people.get(person);
  const [job] = employmentsOn(held?.employments ?? [], day);
  const level = held?.certificates[0]?.level;
  if (job === undefined || level === undefined) return undefined;
  const body = { request: `seed-subsidy-${person}-${day}`, rule: RULE, level, unit: job.unit, answers: {} };
  const own: Actor = { kind: 'person', person, grants: [] };
  const done = await applySubsidy({ ...deps, newId: () => `demo-subsidy-${person}` })(own, {
    ...{ params: { person }, query: undefined, body },
  }).catch(doneBefore);
  return done?.application;
}

interface Carrying {
  made: readonly Applied[];
  until: Until;
  day: Day;
  checker: Actor;
  decider: Actor;
}

/** Takes applications as far as they shall come: checked after two days, listed after four, paid a week after the notice. */
async function carry(means: Means, { made, until, day, checker, decider }: Carrying): Promise<void> {
  if (until === 'applied') return;
  for (const one of made) {
    const request = `seed-check-${one.person}-${day}`;
    const moving =
      until === 'returned'
        ? ({ move: 'return', why: '演示：请补充原单位的在岗说明' } as const)
        : ({ move: 'check' } as const);
    const input = { params: one, query: undefined, body: { request, version: 1, moving } };
    await moveSubsidy(means(addDays(day, 2), 10))(checker, input).catch(doneBefore);
  }
  if (until === 'checked' || until === 'returned' || made.length === 0) return;
  const from = addDays(day, 4);
  const last = lastNoticeDay(from, NOTICE);
  const params = { unit: DESK };
  const begun = { request: `seed-begin-${from}-${until}`, rule: RULE, from, last };
  const batch = await addSubsidyBatch(means(from, 9))(decider, { params, query: undefined, body: begun }).catch(
    doneBefore,
  );
  if (batch === undefined) return;
  const paidOn = addDays(last, 7);
  const steps = [
    { moving: { move: 'list' }, on: from },
    { moving: { move: 'publish' }, on: addDays(last, 1) },
    { moving: { move: 'pay', day: paidOn }, on: paidOn },
  ] as const;
  for (const [i, { moving, on }] of (until === 'paid' ? steps : steps.slice(0, 1)).entries()) {
    const applications = made.map((one) => ({ ...one, version: 2 + i }));
    const body = { request: `seed-${moving.move}-${from}-${until}`, moving, applications };
    const input = { params: { unit: DESK, batch: batch.batch }, query: undefined, body };
    await moveSubsidyBatch(means(on, 11))(decider, input).catch(doneBefore);
  }
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** A seeding that was cut off finds what it has done. */
function doneBefore(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}
