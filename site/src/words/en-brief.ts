// A report on one page in words, in English.
import type { Change, SentenceKind, Share, Statement } from '../../../functions/domain/reports/brief.ts';
import type { BriefWords } from './zh-brief.ts';

const n = (value: number) => value.toLocaleString('en-US');

type Numbers = Readonly<Record<string, number | undefined>>;

const count = (value: number | undefined, text: (shown: string) => string) =>
  value === undefined ? [] : [text(n(value))];

function changed(what: string, change: Change | undefined): string[] {
  if (change === undefined) return [];
  const { difference, percent, last } = change;
  if (difference === 0) return [`${what} as many as in the year before`];
  const share = percent === undefined ? '' : ` (${percent > 0 ? '+' : '−'}${n(Math.abs(percent))}%)`;
  return [
    `${n(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} ${what} than the ${n(last)} of the year before${share}`,
  ];
}

const rated = (share: Share | undefined, text: (percent: number) => string) =>
  share === undefined ? [] : [text(share.percent)];

const levels = ({ junior, intermediate, senior }: Numbers) => [
  ...count(junior, (x) => `${x} junior`),
  ...count(intermediate, (x) => `${x} intermediate`),
  ...count(senior, (x) => `${x} senior`),
];

const clauses: Record<SentenceKind, (statement: Statement) => string[]> = {
  exam: ({ numbers: { registered, sat, passed }, share, change }) => [
    ...count(registered, (x) => `${x} registered for the exam`),
    ...count(sat, (x) => `${x} sat it`),
    ...count(passed, (x) => `${x} passed`),
    ...rated(share, (percent) => `a pass rate of ${percent}% of those registered`),
    ...changed('passes', change),
  ],
  levels: ({ numbers }) => [`of the passes ${levels(numbers).join(', ')}`],
  staff: ({ numbers, share }) => {
    const parts = levels(numbers);
    return [
      ...count(numbers.workers, (x) => `${x} social workers in post at the end`),
      ...count(numbers.certified, (x) => `${x} of them certified${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`),
      ...rated(share, (percent) => `${percent}% of those in post`),
      ...count(numbers.fresh, (x) => `${x} newly certified`),
    ];
  },
  training: ({ numbers: { sessions, attendances, learnings, people }, share, change }) => [
    ...count(sessions, (x) => `sessions of training held: ${x}`),
    ...count(attendances, (x) => `${x} attendances (one for each session come to)`),
    ...count(learnings, (x) => `${x} times of learning (attendances and lessons watched to the end)`),
    ...count(people, (x) => `by ${x} people`),
    ...rated(share, (percent) => `an attendance rate of ${percent}%`),
    ...changed('attendances', change),
  ],
  work: ({ numbers: { activities, served, visits }, change }) => [
    ...count(activities, (x) => `service activities: ${x}`),
    ...count(served, (x) => `person-times served: ${x} (those present at each added up)`),
    ...count(visits, (x) => `home visits: ${x}`),
    ...changed('person-times served', change),
  ],
  coverage: ({ numbers: { households, persons, volunteers } }) => [
    ...count(households, (x) => `households served at the end: ${x}`),
    ...count(persons, (x) => `persons: ${x}`),
    ...count(volunteers, (x) => `volunteers to count on: ${x}`),
  ],
};

export const briefEn: BriefWords = {
  title: 'In brief',
  lead: (unit: string, period: string, cutOff: string) => `${unit}, ${period} (data as of ${cutOff}):`,
  sentence: (statement: Statement) => {
    const text = clauses[statement.kind](statement).join(', ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
  none: 'The figures chosen are all nought for these months and the same of the year before: there is nothing to say.',
};
