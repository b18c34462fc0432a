// A report on one page in words (简报): which sentences its figures allow, each with its numbers. A number that is not known makes no sentence, and a share
// says of what it is. The words themselves are the site's, in both languages.
import { scaled } from '../figures/rates.ts';
import type { Compared, Figure, Values } from './content.ts';

/** 报考与通过, 各级通过, 在岗与持证, 培训, 服务, 服务覆盖. */
export type SentenceKind = 'exam' | 'levels' | 'staff' | 'training' | 'work' | 'coverage';

/** How a count has changed against the same months of the year before. There is no share of nothing. */
export interface Change {
  last: number;
  difference: number;
  /** Whole percent, rounded half away from nought; missing where last year's is 0. */
  percent?: number;
}

export interface Share {
  n: number;
  of: number;
  percent: number;
}

/** A sentence and its numbers; `change` where last year's is known. */
export interface Statement {
  kind: SentenceKind;
  numbers: Readonly<Record<string, number>>;
  share?: Share;
  change?: Change;
}

/** A sentence: its figures by the name of each number. Those of `needs` must be known, and above 0 in one of both years; others are said where they are. */
export interface Sentence {
  kind: SentenceKind;
  numbers: Readonly<Record<string, string>>;
  /** The indicator that is a share of the sentence, and that whose change is told. */
  share?: string;
  change?: string;
}

/** The sentences of a brief, in their order. */
const SENTENCES: readonly Sentence[] = [
  {
    kind: 'exam',
    numbers: { registered: 'registered', sat: 'sat', passed: 'passed' },
    ...{ share: 'pass-rate', change: 'passed' },
  },
  {
    kind: 'levels',
    numbers: { junior: 'passed:junior', intermediate: 'passed:intermediate', senior: 'passed:senior' },
  },
  {
    kind: 'staff',
    numbers: {
      ...{ workers: 'workers', certified: 'certified', fresh: 'newly-certified' },
      ...{ junior: 'certified:junior', intermediate: 'certified:intermediate', senior: 'certified:senior' },
    },
    share: 'certified-rate',
  },
  {
    kind: 'training',
    numbers: { sessions: 'sessions', attendances: 'attendances', learnings: 'learnings', people: 'people' },
    ...{ share: 'attendance-rate', change: 'attendances' },
  },
  {
    kind: 'work',
    numbers: { activities: 'activities', served: 'served', visits: 'home-visits' },
    change: 'served',
  },
  { kind: 'coverage', numbers: { households: 'households', persons: 'persons-served', volunteers: 'volunteers' } },
];

/** The statements that a report's figures make, in the order of the sentences. */
export function briefOf(values: Values, sentences: readonly Sentence[] = SENTENCES): Statement[] {
  return sentences.flatMap(({ kind, numbers, share, change }): Statement[] => {
    const known = Object.entries(numbers).flatMap(([name, indicator]) => {
      const count = values[indicator]?.now;
      return count === null || count === undefined ? [] : [[name, count.n] as const];
    });
    if (!known.some(([, count]) => count !== 0) && !hadAny(Object.values(numbers), values)) return [];
    const told = change === undefined ? undefined : changeOf(values[change]);
    const part = share === undefined ? undefined : shareOf(values[share]?.now);
    return [
      {
        ...{ kind, numbers: Object.fromEntries(known) },
        ...(part === undefined ? {} : { share: part }),
        ...(told === undefined ? {} : { change: told }),
      },
    ];
  });
}

/** The change of a count; undefined when one of both years is not known. */
function changeOf(compared: Compared | undefined): Change | undefined {
  const [now, last] = [compared?.now, compared?.last];
  if (!now || !last) return undefined;
  const difference = now.n - last.n;
  return {
    ...{ last: last.n, difference },
    ...withPercent(scaled({ n: difference, of: last.n }, 100)),
  };
}

/** A fraction as a whole percent; undefined without a denominator: nothing of nothing is not 0 %. */
function shareOf(figure: Figure | null | undefined): Share | undefined {
  const percent = figure ? scaled(figure, 100) : undefined;
  return !figure || percent === undefined ? undefined : { n: figure.n, of: figure.of ?? 0, percent };
}

function withPercent(percent: number | undefined): { percent?: number } {
  return percent === undefined ? {} : { percent };
}

function hadAny(indicators: readonly string[], values: Values): boolean {
  return indicators.some((indicator) => (values[indicator]?.last?.n ?? 0) !== 0);
}
