// A report on one page in words, in Chinese: a sentence for each statement, clause by clause, of the numbers that are known.
import type { Change, SentenceKind, Share, Statement } from '../../../functions/domain/reports/brief.ts';

const n = (value: number) => value.toLocaleString('en-US');

type Numbers = Readonly<Record<string, number | undefined>>;

const count = (value: number | undefined, text: (shown: string) => string) =>
  value === undefined ? [] : [text(n(value))];

function changed(what: string, unit: string, change: Change | undefined): string[] {
  if (change === undefined) return [];
  const { difference, percent, last } = change;
  if (difference === 0) return [`${what}与上年同期持平`];
  const share = percent === undefined ? '' : `，同比 ${percent > 0 ? '+' : '−'}${n(Math.abs(percent))}%`;
  const way = difference > 0 ? '增加' : '减少';
  return [`${what}比上年同期（${n(last)} ${unit}）${way} ${n(Math.abs(difference))} ${unit}${share}`];
}

const rated = (share: Share | undefined, text: (percent: number) => string) =>
  share === undefined ? [] : [text(share.percent)];

const levels = ({ junior, intermediate, senior }: Numbers) => [
  ...count(junior, (x) => `初级 ${x} 人`),
  ...count(intermediate, (x) => `中级 ${x} 人`),
  ...count(senior, (x) => `高级 ${x} 人`),
];

const clauses: Record<SentenceKind, (statement: Statement) => string[]> = {
  exam: ({ numbers: { registered, sat, passed }, share, change }) => [
    ...count(registered, (x) => `报考 ${x} 人`),
    ...count(sat, (x) => `参考 ${x} 人`),
    ...count(passed, (x) => `通过 ${x} 人`),
    ...rated(share, (percent) => `通过率 ${percent}%（按报名人数）`),
    ...changed('通过人数', '人', change),
  ],
  levels: ({ numbers }) => [`其中${levels(numbers).join('、')}通过`],
  staff: ({ numbers, share }) => {
    const parts = levels(numbers);
    return [
      ...count(numbers.workers, (x) => `期末在岗社会工作人员 ${x} 人`),
      ...count(numbers.certified, (x) => `其中持证 ${x} 人${parts.length === 0 ? '' : `（${parts.join('、')}）`}`),
      ...rated(share, (percent) => `持证率 ${percent}%（按在岗人数）`),
      ...count(numbers.fresh, (x) => `新增持证 ${x} 人`),
    ];
  },
  training: ({ numbers: { sessions, attendances, learnings, people }, share, change }) => [
    ...count(sessions, (x) => `举办培训 ${x} 场`),
    ...count(attendances, (x) => `参训 ${x} 人次（每到一场记 1 人次）`),
    ...count(learnings, (x) => `学习 ${x} 人次（到场和看完网课都计）`),
    ...count(people, (x) => `涉及 ${x} 人`),
    ...rated(share, (percent) => `出勤率 ${percent}%`),
    ...changed('参训人次', '人次', change),
  ],
  work: ({ numbers: { activities, served, visits }, change }) => [
    ...count(activities, (x) => `开展服务活动 ${x} 场`),
    ...count(served, (x) => `服务 ${x} 人次（每场到场人数相加）`),
    ...count(visits, (x) => `入户走访 ${x} 次`),
    ...changed('服务人次', '人次', change),
  ],
  coverage: ({ numbers: { households, persons, volunteers } }) => [
    ...count(households, (x) => `期末服务 ${x} 户`),
    ...count(persons, (x) => `${x} 人`),
    ...count(volunteers, (x) => `可调动志愿者 ${x} 人`),
  ],
};

export const briefZh = {
  title: '简报',
  /** 2026年, 2026年5月, 2026年4月至6月, in front of what the unit has done. */
  lead: (unit: string, period: string, cutOff: string) => `${unit}${period}情况（数据截止 ${cutOff}）：`,
  sentence: (statement: Statement) => `${clauses[statement.kind](statement).join('，')}。`,
  none: '所选指标在这一期和上年同期都没有数据，写不出简报。',
};

export type BriefWords = typeof briefZh;
