// The station work of the demo world (domain.md §5): 阿西尔乡 with 205 households, 335 people and 12 activities, and the head stations of 九江 beside the
// station of the demo liaison, in the middle of an appraisal. Counted back from a day, so that a sheet of this month is never empty.
import type { Activity, Fund, Supervision } from '../domain/activities/record.ts';
import type { Scores, Template } from '../domain/appraisal/template.ts';
import { indicatorsOf } from '../domain/appraisal/template.ts';
import { addMonths } from '../domain/period.ts';
import { addDays, type Day } from '../domain/time.ts';
import { LEDGER_STATION } from './seed-ledgers.ts';
import { bureauId, type PlannedUnit, stationId } from './seed-units.ts';

const AXIER = stationId('654201202');
const JIUJIANG = bureauId('360400');
const TACHENG = bureauId('654201');

/** The first liaison of 阿西尔乡, the managers of bureaus and of head stations: the plan of people gives them these ids. */
const LIAISON = `${AXIER}-03`;
const firstOf = (unit: string) => `${unit}-01`;

interface SaidOf {
  month: string;
  coverage: { households: number; people: number; visits: number; volunteers: number };
}

type Held = Omit<Activity, 'type'>;

/** What one unit writes down. The list comes in a file, the rest by hand. */
export interface PlannedWork {
  unit: string;
  /** Who writes. */
  by: string;
  activities: Held[];
  others: (Fund | Supervision)[];
  coverage: SaidOf[];
}

/** How far an appraisal has come; each of these after the ones before it. */
export const STAGES = ['opened', 'scored', 'visited', 'decided', 'published'] as const;
export type Stage = (typeof STAGES)[number];

export interface PlannedRound {
  bureau: string;
  template: 'quarter' | 'sixfold';
  /** Who opens, visits and decides. */
  by: string;
  units: { unit: string; stage: Stage; scoredBy: string }[];
}

/** Days ago, kind, title, place, person-times, volunteers, minutes. */
type Line = [number, Activity['kind'], string, string, number, number, number];

/** 阿西尔乡: 12 activities, 486 person-times. */
const OF_AXIER: readonly Line[] = [
  [2, 'visits', '入户走访更新档案', '各村', 62, 4, 480],
  [6, 'elderly', '为老义诊与血压测量', '乡卫生院', 48, 6, 150],
  [13, 'children', '周末课堂：手工与阅读', '社工站活动室', 26, 3, 120],
  [20, 'policy', '社会救助政策宣讲', '村委会会议室', 55, 2, 90],
  [34, 'family', '家庭教育讲座', '乡中心小学', 41, 2, 90],
  [48, 'volunteering', '志愿者清扫庭院', '各村', 38, 18, 180],
  [62, 'disability', '残疾人居家康复指导', '服务对象家中', 12, 2, 240],
  [76, 'culture', '移风易俗文艺小演出', '文化广场', 96, 9, 120],
  [90, 'assistance', '困难家庭需求摸底', '各村', 44, 3, 360],
  [104, 'group', '妇女互助小组', '社工站活动室', 18, 1, 90],
  [118, 'mental', '考前减压团体辅导', '乡中学', 30, 1, 90],
  [132, 'community', '村民议事会', '村委会会议室', 16, 0, 120],
];

/** What a head station of 九江 did, larger or smaller from one to the next. */
const OF_OTHERS: readonly Line[] = [
  [3, 'elderly', '独居老人集中走访', '各社区', 64, 8, 300],
  [11, 'children', '留守儿童陪伴日', '社工站活动室', 35, 6, 150],
  [25, 'policy', '低保与临时救助政策宣讲', '社区广场', 72, 4, 120],
  [39, 'volunteering', '社区志愿服务日', '社区广场', 110, 26, 180],
  [53, 'family', '亲子沟通工作坊', '社工站活动室', 28, 2, 120],
  [67, 'mental', '心理健康讲座', '社区会议室', 46, 2, 90],
  [81, 'group', '康复者互助小组', '社工站活动室', 14, 1, 90],
  [95, 'community', '小区议事协商会', '社区会议室', 22, 1, 120],
];

/** The same two and four months before, at one station less of it than at the next. */
const REPEATED = [61, 122] as const;

/** Supervision every four weeks. */
const SUPERVISED = [18, 46, 74, 102, 130] as const;

/** Head stations that write down their work, and how far their quarter's appraisal is. */
const STAGES_OF_HEADS: readonly Stage[] = ['published', 'published', 'decided', 'scored', 'scored', 'opened'];

const FUND_CENTS = 3_000_000;

/** Everything that is written down by stations until `today`. */
export function plannedWork(units: readonly PlannedUnit[], today: Day): PlannedWork[] {
  const heads = headsOf(units).slice(0, STAGES_OF_HEADS.length);
  return [axierWork(today), ...[LEDGER_STATION, ...heads].map((unit, i) => otherWork(unit, i, today))];
}

/** 九江's quarter, half way; its year at two head stations, one of them seen; and 阿西尔乡's quarter, with the unit's own word. */
export function plannedRounds(units: readonly PlannedUnit[]): PlannedRound[] {
  const heads = headsOf(units).slice(0, STAGES_OF_HEADS.length);
  return [
    {
      ...{ bureau: JIUJIANG, template: 'quarter', by: firstOf(JIUJIANG) },
      units: [
        // Left for the demo liaison to score.
        { unit: LEDGER_STATION, stage: 'opened', scoredBy: '' },
        ...heads.map((unit, i) => ({ unit, stage: STAGES_OF_HEADS[i] ?? 'opened', scoredBy: firstOf(unit) })),
      ],
    },
    {
      ...{ bureau: JIUJIANG, template: 'sixfold', by: firstOf(JIUJIANG) },
      units: heads.slice(0, 2).map((unit, i) => ({
        ...{ unit, scoredBy: firstOf(unit) },
        stage: i === 0 ? 'visited' : 'scored',
      })),
    },
    {
      ...{ bureau: TACHENG, template: 'quarter', by: firstOf(TACHENG) },
      units: [{ unit: AXIER, stage: 'scored', scoredBy: LIAISON }],
    },
  ];
}

/** Marks as somebody gives them: what the figures propose, and of the rest all but a point or two. */
export function marksFor(template: Template, proposed: Scores, less: number): Record<string, number> {
  const marks = indicatorsOf(template).map(({ id, most }) => [id, proposed[id] ?? Math.max(0, most - less)]);
  return Object.fromEntries(marks);
}

function headsOf(units: readonly PlannedUnit[]): string[] {
  return units.filter(({ kind }) => kind === 'station-county').map(({ id }) => id);
}

function axierWork(today: Day): PlannedWork {
  const ago = (days: number) => addDays(today, -days);
  const people = [1, 2, 3, 4, 5].map((n) => `${AXIER}-0${n}`);
  const held = { type: 'supervision', minutes: 90 } as const;
  const stood = { households: 198, people: 321, visits: 52, volunteers: 12 };
  return {
    ...{ unit: AXIER, by: LIAISON },
    activities: activitiesOf(OF_AXIER, today, 1),
    others: [
      {
        ...held,
        day: ago(9),
        kind: 'station',
        supervisor: '站长',
        people: people.slice(2),
        summary: '走访记录要写明需求和跟进',
      },
      {
        ...held,
        day: ago(37),
        kind: 'supervisor',
        supervisor: '外聘督导（演示）',
        people,
        summary: '小组活动的目标与评估',
      },
      {
        ...held,
        day: ago(71),
        kind: 'leader',
        supervisor: '分管领导（演示）',
        people,
        summary: '下一季度重点：困难家庭',
      },
      { type: 'fund', day: ago(80), cents: FUND_CENTS, source: '社工站运营经费（演示）' },
    ],
    coverage: [
      { month: monthAgo(today, 3), coverage: stood },
      { month: monthAgo(today, 2), coverage: { ...stood, households: 203, people: 331, visits: 61 } },
      { month: monthAgo(today, 1), coverage: { ...stood, households: 205, people: 335, visits: 64 } },
    ],
  };
}

function otherWork(unit: string, i: number, today: Day): PlannedWork {
  const ago = (days: number) => addDays(today, -days);
  const [supervisor, summary] = ['督导（演示）', '个案记录与结案评估'];
  const times = 1 + (i % 3) / 4;
  const before = REPEATED.flatMap((days) => activitiesOf(OF_OTHERS, ago(days), times));
  const coverage = { households: 160 + i * 23, people: 260 + i * 37, visits: 40 + i * 5, volunteers: 15 + i * 2 };
  return {
    ...{ unit, by: unit === LEDGER_STATION ? firstOf(JIUJIANG) : firstOf(unit) },
    activities: [...activitiesOf(OF_OTHERS, today, times), ...before.slice(i * 2)],
    others: [
      ...SUPERVISED.map(
        (days): Supervision => ({
          ...{ type: 'supervision', day: ago(days + i), kind: 'supervisor', supervisor, minutes: 120 },
          ...{ people: [`${unit}-01`], summary },
        }),
      ),
      { type: 'fund', day: ago(60 + i), cents: FUND_CENTS + i * 150_000, source: '年度服务经费（演示）' },
    ],
    coverage: [
      ...[5, 4, 3, 2].map((months) => ({ month: monthAgo(today, months), coverage })),
      { month: monthAgo(today, 1), coverage: { ...coverage, visits: coverage.visits + 6 } },
    ],
  };
}

function activitiesOf(lines: readonly Line[], today: Day, times: number): Held[] {
  return lines.map(([days, kind, title, place, served, volunteers, minutes]) => ({
    ...{ day: addDays(today, -days), kind, title, place, volunteers, minutes },
    served: Math.round(served * times),
  }));
}

function monthAgo(today: Day, months: number): string {
  return addMonths(`${today.slice(0, 7)}-01`, -months).slice(0, 7);
}
