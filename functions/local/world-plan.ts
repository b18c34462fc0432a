// The large world: what the towns of the demo world have reported (domain.md §5), person by person. 九江: 4,523 registered, 1,085 passed, 2,400 people
// with an outside academy's twenty lessons each and a sprint class of 1,000 at four sessions. 和县, 马山 and 阿西尔乡 stand in the demo world. Pure.
import type { Level } from '../domain/questions/release.ts';
import { addDays, type Day } from '../domain/time.ts';
import { at, type HeldCourse, hour } from './seed-courses.ts';
import type { PlannedList } from './seed-exams-plan.ts';
import { seedPhone } from './seed-numbers.ts';
import type { PlannedPerson, Work } from './seed-plan.ts';
import { bureauId, centreId, type PlannedTree, type PlannedUnit } from './seed-units.ts';

/** A county or city that sent people to the exam. */
export interface Sending {
  /** The division whose bureau hands in the list. */
  code: string;
  /** Exam year → how many registered, and how many of them passed. */
  years: readonly { year: number; registered: number; passed: number }[];
}

/** How large the world is. */
export interface WorldSize {
  sending: readonly Sending[];
  /** Who watched all lessons of the outside academy, and how many lessons there were. */
  online: { people: number; lessons: number };
  /** How many came to each session of the sprint class. */
  sprint: readonly number[];
}

const WORLD: WorldSize = {
  sending: [
    {
      code: '360400',
      years: [
        { year: 2025, registered: 1480, passed: 326 },
        { year: 2026, registered: 4523, passed: 1085 },
      ],
    },
  ],
  online: { people: 2400, lessons: 20 },
  sprint: [1000, 1000, 1000, 1000],
};

/** Somebody's exam of a year: passed all papers, failed them, or was not there. */
export interface Sat {
  person: string;
  name: string;
  level: Level;
  year: number;
  result: 'passed' | 'failed' | 'absent';
}

export interface WorldPlan {
  people: PlannedPerson[];
  courses: HeldCourse[];
  /** By the unit that hands in the list. */
  exams: { unit: string; rows: Sat[] }[];
}

/** When the new ones began, at the earliest, and within how many days: before the first exam that they sat. */
const SINCE: Day = '2024-03-01';
const BEGAN_WITHIN = 300;

/** Phones of the demo world's own people begin at 1. */
const FIRST_PHONE = 500_000;

const WORKS: readonly Work[] = ['community-worker', 'grid-worker', 'community-worker', 'grid-worker', 'volunteer'];
const LABELS: Partial<Record<Work, string>> = {
  'community-worker': '社区工作者',
  'grid-worker': '网格员',
  volunteer: '志愿者',
};

/** The whole plan for trees of the demo world, beside the lists of exams that are there already. */
export function worldPlan(
  trees: readonly PlannedTree[],
  { size = WORLD, there = [] }: { size?: WorldSize; there?: readonly PlannedList[] } = {},
): WorldPlan {
  const towns = size.sending.map((sending, i) => townOf(trees, less(sending, there), FIRST_PHONE + i * 100_000));
  const [jiujiang] = towns;
  return {
    people: towns.flatMap(({ people }) => people),
    courses: jiujiang === undefined ? [] : [...onlineCourses(jiujiang, size), sprintCourse(jiujiang, size)],
    exams: towns.map(({ code, rows }) => ({ unit: bureauId(code), rows })),
  };
}

/** What is left to be sent, given the lists that are there. */
function less({ code, years }: Sending, there: readonly PlannedList[]): Sending {
  const rows = there.flatMap((list) => (list.unit === bureauId(code) ? list.rows : []));
  const left = years.map(({ year, registered, passed }) => {
    const own = rows.filter((row) => row.year === year);
    return { year, registered: registered - own.length, passed: passed - own.filter(hasPassed).length };
  });
  return { code, years: left };
}

const PASS_MARKS = 120;

function hasPassed({ papers }: PlannedList['rows'][number]): boolean {
  return papers.every(
    ({ result }) => result.kind === 'passed' || (result.kind === 'marks' && result.marks >= PASS_MARKS),
  );
}

interface Town {
  code: string;
  units: PlannedUnit[];
  /** Everybody who registered in any of the years; those who register this year come first. */
  people: PlannedPerson[];
  rows: Sat[];
}

/** People at the town's stations in turn. Whoever passed in an earlier year does not sit the same level again. */
function townOf(trees: readonly PlannedTree[], { code, years }: Sending, phones: number): Town {
  const units = trees.find((tree) => tree.units.some(({ id }) => id === bureauId(code)))?.units ?? [];
  const stations = units.filter(({ kind }) => kind === 'station-township');
  const last = years.at(-1)?.registered ?? 0;
  const before = years.slice(0, -1);
  const passedBefore = before.reduce((sum, { passed }) => sum + passed, 0);
  const people = Array.from({ length: last + passedBefore }, (_, i) =>
    candidate(stations[i % stations.length] as PlannedUnit, { code, n: i + 1, phone: phones + i }),
  );
  const again = people.slice(0, last);
  let gone = last;
  const rows = years.flatMap(({ year, registered, passed }, i) => {
    if (i === years.length - 1)
      return again.map((person, n) => satBy(person, year, resultOf(n, { registered, passed })));
    const passers = people.slice(gone, gone + passed);
    gone += passed;
    const others = everyShare(again, registered - passed);
    return [
      ...passers.map((person) => satBy(person, year, 'passed')),
      ...others.map((person, n) => satBy(person, year, n % 6 === 5 ? 'absent' : 'failed')),
    ];
  });
  return { code, units, people, rows };
}

function candidate(unit: PlannedUnit, { code, n, phone }: { code: string; n: number; phone: number }): PlannedPerson {
  const post = WORKS[n % WORKS.length] as Work;
  return {
    id: `world-${code}-${String(n).padStart(4, '0')}`,
    unit: unit.id,
    begins: {
      ...{ name: `${LABELS[post]}${1000 + n}`, post, from: addDays(SINCE, (n * 37) % BEGAN_WITHIN) },
      ...{ education: n % 3 === 0 ? 'bachelor' : 'college', isSocialWorkMajor: n % 7 === 0 },
      ...{ phone: seedPhone(phone), established: false },
    },
    steps: [],
  };
}

function satBy({ id, begins }: PlannedPerson, year: number, result: Sat['result']): Sat {
  const level = Number(id.slice(-4)) % 8 === 0 ? 'intermediate' : 'junior';
  return { person: id, name: begins.name, level, year, result };
}

/** Passes lie evenly among all; of the others every sixth was not there. */
function resultOf(n: number, { registered, passed }: { registered: number; passed: number }): Sat['result'] {
  if (isPicked(n, passed, registered)) return 'passed';
  return n % 6 === 5 ? 'absent' : 'failed';
}

/** Whether the n-th of `all`, from 0, is one of `some` that lie evenly among them. */
function isPicked(n: number, some: number, all: number): boolean {
  return Math.floor(((n + 1) * some) / all) > Math.floor((n * some) / all);
}

function everyShare<T>(all: readonly T[], count: number): T[] {
  return all.filter((_, n) => isPicked(n, count, all.length));
}

/** The outside academy's lessons, offered by the head station of each county to its own people. */
function onlineCourses({ units, people }: Town, { online, sending }: WorldSize): HeldCourse[] {
  const registered = sending[0]?.years.at(-1)?.registered ?? 0;
  const watchers = everyShare(people.slice(0, registered), online.people);
  const parents = new Map(units.map(({ id, parent }) => [id, parent ?? '']));
  const groups = [...Map.groupBy(watchers, ({ unit }) => parents.get(unit) ?? '')];
  const day: Day = '2026-03-02';
  return groups.map(([head, own], i) => ({
    ...{ id: `world-online-${head.slice(2)}`, unit: head, by: `${head}-01`, came: [own.length] },
    plan: {
      ...{
        title: '初级社会工作者考前网课（二十讲）',
        kind: 'pre-exam',
        form: 'recorded',
        target: '报考 2026 年的社区工作者和网格员',
      },
      // 120,000 yuan for all counties together.
      provider: { name: '外聘网校（演示）', costCents: costOf(i, groups.length) },
      ...{
        window: { opens: hour(addDays(day, -20), 8), closes: hour(addDays(day, -1), 18) },
        capacity: own.length + 20,
      },
      who: { units: [head] },
    },
    sessions: [
      {
        ...{ form: 'recorded', startsAt: hour(day, 8), endsAt: hour('2026-05-20', 22), title: '网课' },
        lessons: Array.from({ length: online.lessons }, (_, n) => ({
          ...{ title: `第 ${n + 1} 讲`, minutes: 30, link: `https://academy.zhuren.example/lessons/${n + 1}` },
        })),
      },
    ],
    people: own.map(({ id }) => id),
  }));
}

const ONLINE_COST_CENTS = 12_000_000;

function costOf(i: number, parts: number): number {
  return Math.floor(((i + 1) * ONLINE_COST_CENTS) / parts) - Math.floor((i * ONLINE_COST_CENTS) / parts);
}

/** Three days, on site and live, a week before the exam of 2026. */
function sprintCourse({ code, people }: Town, { sprint }: WorldSize): HeldCourse {
  const day: Day = '2026-05-15';
  const most = Math.max(...sprint);
  const place = { division: code, address: '九江市社工人才服务中心报告厅（演示）' };
  return {
    ...{ id: 'world-sprint-2026', unit: centreId(code), by: `${centreId(code)}-01`, came: [...sprint] },
    plan: {
      ...{
        title: '考前冲刺班（三天，线上线下同步）',
        kind: 'pre-exam',
        form: 'mixed',
        target: '报考 2026 年的社区工作者和网格员',
      },
      ...{ place, window: { opens: hour('2026-04-20', 8), closes: hour('2026-05-12', 18) }, capacity: most },
      who: { units: [bureauId(code)] },
    },
    sessions: sprint.map((_, n) => ({
      ...at(
        addDays(day, Math.floor((n * 3) / sprint.length)),
        { form: n % 2 === 0 ? 'on-site' : 'live' },
        n % 2 === 0 ? [9, 12] : [14, 17],
      ),
      ...{ title: `冲刺第 ${n + 1} 场`, trainers: ['培训讲师（演示）'] },
    })),
    people: everyShare(people, most).map(({ id }) => id),
  };
}
