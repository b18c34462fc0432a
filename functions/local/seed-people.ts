// The people of the four towns (domain.md §5): how many work where, who is certified, in a pool, transferred. One plan, the same at every start.
import type { Pool } from '../domain/people/pools.ts';
import type { Level } from '../domain/questions/release.ts';
import { addDays, type Day } from '../domain/time.ts';
import type { PlannedPerson, Work } from './seed-plan.ts';
import { makeStaff, type Staff } from './seed-staff.ts';
import { bureauId, type PlannedTree, type PlannedUnit } from './seed-units.ts';

/** 九江: expert pool 35, talent pool 200; how many supervisors the 头雁 plan selected is not reported. */
const POOLS: readonly [Pool, number, string][] = [
  ['expert', 35, '演示：专家库遴选'],
  ['talent', 200, '演示：人才库遴选'],
  ['supervisor', 20, '演示：头雁计划督导选拔'],
];
const SELECTED: Day = '2024-11-01';
const SELECTOR = bureauId('360400');

/** 和县: the first 60 grid workers became community workers on one day, 22 of them certified. */
const TRANSFERRED = { people: 60, certified: 22, day: '2025-07-01' } as const;

/** 马山: 36 full-time social workers, 8 of them certified: 1 中级, 7 助理. */
const MASHAN = { workers: 36, certified: ['intermediate', ...Array<Level>(7).fill('junior')] as Level[] };

/** 阿西尔乡: a head, a deputy, three liaison officers; and volunteers. */
const AXIER: readonly [Work, PlannedPerson['appointed']?][] = [
  ['social-worker', 'head'],
  ['social-worker', 'deputy'],
  ['community-worker', 'liaison'],
  ['community-worker', 'liaison'],
  ['community-worker', 'liaison'],
  ...Array<[Work]>(12).fill(['volunteer']),
];

/** In 九江 about every third social worker is certified, one of seven of them 中级. */
const CERTIFIED = { of: 0.3, intermediate: 0.15 };

/** Everybody, in the order of the units. */
export function plannedPeople([jiujiang, hexian, mashan, tacheng]: readonly PlannedTree[]): PlannedPerson[] {
  const staff = makeStaff();
  if (jiujiang) ofJiujiang(staff, jiujiang);
  if (hexian) ofHexian(staff, hexian);
  if (mashan) ofMashan(staff, mashan);
  if (tacheng) ofTacheng(staff, tacheng);
  return staff.all;
}

function ofJiujiang(staff: Staff, tree: PlannedTree): void {
  manageBureaus(staff, tree);
  const centre = employ(staff, tree, 'station-city', () => [...times(4, 'supervisor'), ...times(4, 'social-worker')]);
  const heads = employ(staff, tree, 'station-county', () => ['supervisor', ...times(3, 'social-worker')]);
  const stations = employ(staff, tree, 'station-township', (i) => [
    ...times(2 + (i % 2), 'social-worker'),
    'community-worker',
    ...times(1 + (i % 2), 'grid-worker'),
  ]);
  for (const person of [...centre, ...heads, ...stations]) {
    if (person.begins.post !== 'social-worker' || staff.draw() >= CERTIFIED.of) continue;
    staff.certify(person, staff.draw() < CERTIFIED.intermediate ? 'intermediate' : 'junior');
  }
  const supervisors = [...centre, ...heads].filter(({ begins }) => begins.post === 'supervisor');
  const first = stations.filter(({ appointed }) => appointed !== undefined);
  const second = stations.filter(({ id }) => id.endsWith('-02'));
  const candidates: Record<Pool, PlannedPerson[]> = {
    expert: [...centre, ...heads],
    talent: [...first, ...second],
    supervisor: [...supervisors, ...heads.filter(({ begins }) => begins.post === 'social-worker')],
  };
  for (const [pool, size, basis] of POOLS) for (const one of candidates[pool].slice(0, size)) join(one, pool, basis);
  moveOn(stations, tree);
}

function join({ steps }: PlannedPerson, pool: Pool, basis: string): void {
  steps.push({
    kind: 'join-pool',
    pool,
    day: addDays(SELECTED, 30),
    selection: { day: SELECTED, by: SELECTOR, basis },
  });
}

/** Some grid workers change the station and some leave, as every year. */
function moveOn(people: readonly PlannedPerson[], tree: PlannedTree): void {
  const stations = tree.units.filter(({ kind }) => kind === 'station-township');
  const leaving = people.filter(({ begins }) => begins.post === 'grid-worker');
  for (const [i, { unit, steps }] of leaving.entries()) {
    const next = stations[stations.findIndex(({ id }) => id === unit) + 1];
    if (i % 15 === 4 && next) steps.push({ kind: 'transfer', to: next.id, day: '2025-03-03', why: '演示：调动' });
    if (i % 25 === 7) steps.push({ kind: 'leave', day: '2025-10-01', why: '演示：离岗' });
  }
}

function ofHexian(staff: Staff, tree: PlannedTree): void {
  manageBureaus(staff, tree);
  const heads = employ(staff, tree, 'station-county', () => ['supervisor', ...times(3, 'social-worker')]);
  const stations = tree.units.filter(({ kind }) => kind === 'station-township');
  const workers = employ(staff, tree, 'station-township', () => times(2, 'social-worker'));
  for (const person of [...heads, ...workers].filter((_, i) => i % 4 === 0)) staff.certify(person, 'junior');
  for (let i = 0; i < TRANSFERRED.people; i += 1) {
    const person = staff.add(tree.name, stations[i % stations.length] as PlannedUnit, 'grid-worker');
    if (i < TRANSFERRED.certified) staff.certify(person, 'junior');
    // Every third one goes to the next station with it.
    const to = (stations[(i + (i % 3 === 0 ? 1 : 0)) % stations.length] as PlannedUnit).id;
    const change = { to, post: 'community-worker', day: TRANSFERRED.day, why: '演示：网格员转岗为社区工作者' } as const;
    person.steps.push({ kind: 'transfer', ...change });
  }
}

function ofMashan(staff: Staff, tree: PlannedTree): void {
  manageBureaus(staff, tree);
  const stations = tree.units.filter(({ kind }) => kind === 'station-township').length;
  const size = (i: number) => Math.floor((MASHAN.workers + i) / stations);
  const workers = employ(staff, tree, 'station-township', (i) => times(size(i), 'social-worker'));
  for (const [i, level] of MASHAN.certified.entries()) staff.certify(workers[i * 4] as PlannedPerson, level);
}

function ofTacheng(staff: Staff, tree: PlannedTree): void {
  manageBureaus(staff, tree);
  for (const unit of tree.units.filter(({ kind }) => kind === 'station-township')) {
    for (const [work, appointed] of AXIER) {
      const person = staff.add(tree.name, unit, work);
      if (appointed) person.appointed = appointed;
      if (appointed === 'liaison') person.role = 'liaison';
    }
  }
}

/** A manager for every bureau. */
function manageBureaus(staff: Staff, tree: PlannedTree): void {
  for (const unit of tree.units.filter(({ kind }) => kind === 'bureau')) {
    staff.add(tree.name, unit, 'other').role = 'bureau-manager';
  }
}

/** People for each unit of a kind; the first heads it, and manages it where other units lie below. */
function employ(
  staff: Staff,
  tree: PlannedTree,
  kind: PlannedUnit['kind'],
  works: (i: number) => readonly Work[],
): PlannedPerson[] {
  const units = tree.units.filter((unit) => unit.kind === kind);
  return units.flatMap((unit, i) => {
    const people = works(i).map((work) => staff.add(tree.name, unit, work));
    const head = people[0];
    if (head) head.appointed = 'head';
    if (head && kind !== 'station-township') head.role = 'unit-manager';
    return people;
  });
}

function times(count: number, work: Work): Work[] {
  return Array<Work>(count).fill(work);
}
