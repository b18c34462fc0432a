// Seeds the demo world: four towns in four provinces. It is a job of the store like any long work: what has been done stays done when the start
// is cut off, and once the job is over nothing is written again, whatever people have made of the world since.
import type { Person as Actor } from '../app/access.ts';
import { bootstrap } from '../app/bootstrap.ts';
import type { StaffDeps } from '../app/deps.ts';
import { inParallel } from '../app/in-parallel.ts';
import { actorOn } from '../domain/access/can.ts';
import { type Day, dayOf } from '../domain/time.ts';
import { asJob } from './seed-job.ts';
import { remembering } from './seed-memory.ts';
import { plannedPeople } from './seed-people.ts';
import type { PlannedPerson } from './seed-plan.ts';
import { type PlannedUnit, plannedTrees } from './seed-units.ts';
import { employ, open, type Writer } from './seed-write.ts';

/** A name with a number: another world of a later version is another job. */
const JOB = 'demo-world-1';

/** The one who makes the world. Nobody signs in as this person: no provider has that name. */
const MAKER = { id: 'demo-world-maker', name: '演示数据管理员' };
const MAKER_IDENTITY = { issuer: 'urn:zhuren:demo-world', subject: 'maker' };
const SINCE: Day = '2019-01-01';

/** Writes at once: what one Node and one engine on two cores take. */
const AT_ONCE = 16;

/** Says how far it is after so many people. */
const TOLD_EVERY = 250;

type Log = (line: string) => void;

/** Units, each after its parent, and people. */
export interface Plan {
  units: PlannedUnit[];
  people: PlannedPerson[];
}

/** The four towns. */
export function demoPlan(): Plan {
  const trees = plannedTrees();
  return { units: trees.flatMap((tree) => tree.units), people: plannedPeople(trees) };
}

/** Makes the world, or what is missing of it. The answer holds who made it: an operator. */
export async function seedWorld(deps: StaffDeps, log: Log, planned: () => Plan = demoPlan): Promise<Writer> {
  const actor = await maker(deps);
  const { store, forget } = remembering(deps.store);
  const writer = { deps: { ...deps, store }, actor, forget };
  await asJob(deps, { id: JOB, by: MAKER.id }, async () => {
    const { units, people } = planned();
    log(`正在准备演示数据 Seeding the demo world: ${units.length} units, ${people.length} people …`);
    for (const level of levelsOf(units)) await inParallel(AT_ONCE, level, (unit) => open(writer, unit));
    await employAll(writer, people, log);
    return { units: units.length, people: people.length };
  });
  return writer;
}

/** The first operator of this table: the maker, who lets everybody else in. */
async function maker(deps: StaffDeps): Promise<Actor> {
  const { id, name } = MAKER;
  await deps.store.people.add(MAKER_IDENTITY, { id, name, createdAt: deps.now() });
  await bootstrap(deps)({ person: id, name: '平台运维（演示）', division: '100000', from: SINCE });
  const actor = actorOn(id, await deps.store.grants.ofPerson(id), dayOf(deps.now()));
  if (actor.kind === 'guest') throw new Error('a person is no guest');
  return actor;
}

/** Units by their depth, roots first: a parent is there before its children. */
function levelsOf(units: readonly PlannedUnit[]): PlannedUnit[][] {
  const depths = new Map<string, number>();
  const levels: PlannedUnit[][] = [];
  for (const unit of units) {
    const depth = unit.parent === null ? 0 : (depths.get(unit.parent) ?? 0) + 1;
    depths.set(unit.id, depth);
    levels[depth] = [...(levels[depth] ?? []), unit];
  }
  return levels;
}

/** The people of one unit follow each other: they would only wait for its audit chain. */
async function employAll(writer: Writer, people: readonly PlannedPerson[], log: Log): Promise<void> {
  let done = 0;
  await inParallel(AT_ONCE, [...Map.groupBy(people, ({ unit }) => unit).values()], async (own) => {
    for (const person of own) {
      await employ(writer, person);
      done += 1;
      if (done % TOLD_EVERY === 0) log(`  ${done} / ${people.length}`);
    }
  });
}
