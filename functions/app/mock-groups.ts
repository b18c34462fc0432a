// Which groups somebody belongs to today, for the papers that were set for them: the courses in which they have a seat, and the units where they work or
// have a role, with all units above.
import { grantsOn } from '../domain/access/roles.ts';
import { allOverAt, type SetPaper } from '../domain/papers/set-paper.ts';
import { type Day, dayOf, instantOf, msOf } from '../domain/time.ts';
import type { MockDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';

/** The papers of groups are looked for from so long before now: older ones are found among one's attempts. */
const PAPERS_MS = 90 * 86_400_000;

const READS_AT_ONCE = 8;

interface GroupDeps extends Pick<MockDeps, 'now'> {
  store: Pick<MockDeps['store'], 'enrolments' | 'grants' | 'people' | 'units'>;
}

/** The units of somebody on a day, and those above them. */
async function unitsOf(deps: GroupDeps, person: string, day: Day): Promise<string[]> {
  const [record, grants] = await Promise.all([deps.store.people.get(person), deps.store.grants.ofPerson(person)]);
  const works = (record?.employments ?? []).filter(({ from, to }) => from <= day && (to === undefined || day < to));
  const own = new Set([...works, ...grantsOn(grants, day)].map(({ unit }) => unit));
  const paths = await Promise.all([...own].map((unit) => deps.store.units.ancestors(unit, day)));
  return [...new Set(paths.flat())];
}

/** Every group of somebody. */
async function groupsOf(deps: GroupDeps, person: string): Promise<SetPaper['group'][]> {
  const [units, enrolments] = await Promise.all([
    unitsOf(deps, person, dayOf(deps.now())),
    deps.store.enrolments.ofPerson(person),
  ]);
  const courses = enrolments.filter(({ state }) => state === 'enrolled').map(({ course }) => course);
  return [
    ...units.map((id) => ({ kind: 'unit' as const, id })),
    ...courses.map((id) => ({ kind: 'course' as const, id })),
  ];
}

/** Whether a paper was set for somebody. */
export async function isFor(deps: GroupDeps, { group }: SetPaper, person: string): Promise<boolean> {
  if (group.kind === 'course') return (await deps.store.enrolments.get(group.id, person))?.state === 'enrolled';
  return (await unitsOf(deps, person, dayOf(deps.now()))).includes(group.id);
}

/** The papers that were set for somebody's groups, those that open last first. */
export async function papersOfGroups(deps: MockDeps, person: string): Promise<SetPaper[]> {
  const from = instantOf(msOf(deps.now()) - PAPERS_MS);
  const found = new Map<string, SetPaper>();
  await inParallel(READS_AT_ONCE, await groupsOf(deps, person), async (group) => {
    for (const paper of await deps.store.setPapers.ofGroup(group, from)) found.set(paper.id, paper);
  });
  return [...found.values()].sort((a, b) => (a.opensAt > b.opensAt ? -1 : 1));
}

/**
 * The questions of papers that one's groups are still to sit or are sitting. They may have come up in a paper of one's own as well: their keys are
 * withheld there until nobody can sit the set paper any more.
 */
export async function withheldFrom(deps: MockDeps, person: string): Promise<ReadonlySet<string>> {
  const now = deps.now();
  const ahead = (await papersOfGroups(deps, person)).filter(
    (paper) => paper.state !== 'cancelled' && now <= allOverAt(paper),
  );
  return new Set(ahead.flatMap(({ refs }) => refs.map(({ id }) => id)));
}
