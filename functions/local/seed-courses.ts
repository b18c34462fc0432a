// The trainings of the demo world that are over (domain.md §5): 九江's three-day sprint class before the exam, 马山's three trainings with 206
// person-times, 阿西尔乡's series of theory and practice. One plan, the same at every start.
import type { createCourse } from '../app/courses.ts';
import { addDays, type Day, type Instant, instantOf, msOf, startOfDay } from '../domain/time.ts';
import type { Body, PlannedPerson } from './seed-plan.ts';
import { bureauId, centreId, stationId } from './seed-units.ts';

type NewCourse = Body<typeof createCourse>;
export type CoursePlan = NewCourse['plan'];
export type SessionPlan = NonNullable<NewCourse['sessions']>[number];

export interface PlannedCourse {
  id: string;
  /** The organiser, and who of its staff plans, closes and issues. */
  unit: string;
  by: string;
  plan: CoursePlan;
  sessions: SessionPlan[];
  /** Who enrols, each for themself. */
  people: string[];
}

/** A course that was held: how many came to each of its sessions. */
export interface HeldCourse extends PlannedCourse {
  came: number[];
}

/** How long before the first day a course is published, and people enrol; and how long after the last one it is closed. */
export const PUBLISHED_DAYS = 24;
export const ENROLLED_DAYS = 9;
export const CLOSED_DAYS = 2;

/** 马山: so many came to each session of three trainings; together 206 person-times, each session counted for itself. */
const MASHAN: readonly { day: Day; title: string; syllabus: string[]; came: number[] }[] = [
  { day: '2021-12-17', title: '社工站岗前培训', syllabus: ['社工站的职责', '入户走访与建档'], came: [16, 16] },
  { day: '2023-11-10', title: '社会工作实务培训', syllabus: ['个案工作', '小组工作'], came: [35, 34] },
  {
    day: '2024-11-15',
    title: '考证动员与实务提升',
    syllabus: ['报考条件', '法规要点', '社区工作'],
    came: [36, 35, 34],
  },
];

/** 九江: three days, on site in the mornings and live in the afternoons, eight days before the exam of 2025. */
const SPRINT = { day: '2025-05-16', days: 3, came: [40, 38, 39, 37, 38, 36] } as const;
/** Every so many-th social worker without a certificate comes, of those who have a station. */
const SPRINT_OF_EVERY = 8;

/** 阿西尔乡: a morning every other week, theory and practice in turn. */
const SERIES = { day: '2025-03-05', weeks: 2, came: [17, 16, 15, 16, 17, 14, 16, 15, 16, 17, 15, 16] } as const;

/** All that are over, given the people of the four towns. */
export function heldCourses(people: readonly PlannedPerson[]): HeldCourse[] {
  return [sprintOf(people), ...MASHAN.map((_, i) => mashanOf(people, i)), seriesOf(people)];
}

function sprintOf(people: readonly PlannedPerson[]): HeldCourse {
  const { day, days } = SPRINT;
  const place = { division: '360400', address: '九江市社工人才服务中心培训室（演示）' };
  const candidates = people.filter(
    ({ unit, begins, steps }) =>
      unit.startsWith(stationId('3604')) &&
      begins.post === 'social-worker' &&
      !steps.some(({ kind }) => kind === 'certificate'),
  );
  const subjects = ['社会工作综合能力（初级）', '社会工作实务（初级）', '政策法规专题与模拟测验'];
  const title = '初级社会工作者考前冲刺班（三天）';
  return {
    ...{ id: 'demo-sprint-2025', unit: centreId('360400'), by: `${centreId('360400')}-01`, came: [...SPRINT.came] },
    plan: {
      ...common({ title, kind: 'pre-exam', form: 'mixed', target: '报考 2025 年初级、尚未持证的社工站工作人员' }, day),
      ...{ place, coOrganisers: ['九江市主管部门（演示）'], syllabus: subjects, capacity: 60 },
      ...{ who: { units: [bureauId('360400')], levels: ['junior'] } },
    },
    sessions: Array.from({ length: days }, (_, i) => addDays(day, i)).flatMap((one, i) => [
      { ...at(one, { form: 'on-site' }, [9, 12]), title: `${subjects[i]}：讲解`, trainers: ['培训讲师（演示）'] },
      { ...at(one, { form: 'live' }, [14, 17]), title: `${subjects[i]}：直播答疑`, trainers: ['外聘讲师（演示）'] },
    ]),
    people: everyNth(candidates, SPRINT_OF_EVERY, SPRINT.came[0]),
  };
}

function mashanOf(people: readonly PlannedPerson[], i: number): HeldCourse {
  const { day, title, syllabus, came } = MASHAN[i] as (typeof MASHAN)[number];
  const bureau = bureauId('450124');
  const there = people.filter(
    ({ unit, begins }) => unit.startsWith(stationId('450124')) && begins.from <= addDays(day, -ENROLLED_DAYS),
  );
  return {
    ...{ id: `demo-mashan-${day.slice(0, 4)}`, unit: bureau, by: `${bureau}-01`, came },
    plan: {
      ...common(
        { title, kind: i === 0 ? 'induction' : 'continuing', form: 'on-site', target: '全县社工站工作人员' },
        day,
      ),
      ...{ place: { division: '450124', address: '马山县社会福利中心会议室（演示）' }, syllabus, capacity: 40 },
      ...{ who: { units: [bureau] } },
    },
    sessions: came.map((_, n) => ({
      ...at(addDays(day, Math.floor(n / 2)), { form: 'on-site' }, n % 2 === 0 ? [9, 12] : [14, 17]),
      ...{ title: syllabus[n] ?? title, trainers: ['培训讲师（演示）'] },
    })),
    people: everyNth(there, 1, Math.max(...came)),
  };
}

function seriesOf(people: readonly PlannedPerson[]): HeldCourse {
  const { day, weeks } = SERIES;
  const station = stationId('654201202');
  return {
    ...{ id: 'demo-axier-2025', unit: station, by: `${bureauId('654201')}-01`, came: [...SERIES.came] },
    plan: {
      ...common(
        { title: '「理论＋实务」系列培训', kind: 'practice', form: 'on-site', target: '社工站工作人员和志愿者' },
        day,
      ),
      place: { division: '654201202', address: '阿西尔达斡尔民族乡社工站活动室（演示）' },
      ...{ syllabus: ['理论：每次一个主题', '实务：入户、建档、活动策划'], capacity: 30, who: { units: [station] } },
    },
    // Two hours behind Beijing by the sun: mornings begin at 10:30.
    sessions: SERIES.came.map((_, i) => ({
      ...at(addDays(day, i * weeks * 7), { form: 'on-site' }, [10.5, 13]),
      ...{ title: `${i % 2 === 0 ? '理论' : '实务'}（第 ${i + 1} 次）`, trainers: ['督导老师（演示）'] },
    })),
    people: people.filter(({ unit }) => unit === station).map(({ id }) => id),
  };
}

type Named = Pick<CoursePlan, 'title' | 'kind' | 'form' | 'target'>;

/** What all have in common: one may enrol from the publishing on, until the day before. */
function common(named: Named, day: Day): CoursePlan {
  return { ...named, window: { opens: hour(addDays(day, -PUBLISHED_DAYS), 8), closes: hour(addDays(day, -1), 18) } };
}

/** A session of a day from one hour to another, in China. */
export function at(day: Day, { form }: Pick<SessionPlan, 'form'>, [from, to]: readonly [number, number]): SessionPlan {
  return { form, startsAt: hour(day, from), endsAt: hour(day, to) };
}

export function hour(day: Day, hours: number): Instant {
  return instantOf(msOf(startOfDay(day)) + hours * 3_600_000);
}

/** So many people, every n-th. */
export function everyNth(people: readonly PlannedPerson[], n: number, count: number): string[] {
  const found = people.filter((_, i) => i % n === 0).slice(0, count);
  if (found.length < count) throw new Error(`a demo course needs ${count} people and finds ${found.length}`);
  return found.map(({ id }) => id);
}
