// What a human should look at: questions whose figures are out of the ordinary, each with the figure and the line that it crossed.
import type { OptionId } from '../questions/question.ts';
import type { ChoiceTable } from './distractors.ts';
import type { ItemStatistics } from './item-statistics.ts';

/** Where to look. Bands of facility and discrimination: https://docs.moodle.org/en/Quiz_statistics_report. */
const THRESHOLDS = {
  /** Attempts below which nothing is said of figures: by chance alone they would be anything. */
  attempts: 30,
  /** Percent. Below 0 the weak do better than the strong: the key may be wrong. */
  negative: 0,
  /** Percent, and below. */
  weak: 20,
  /** Shares of the marks, and above or below. */
  easy: 0.95,
  hard: 0.2,
  /** Reports by candidates. */
  reports: 5,
} as const;

export type Flag =
  | { reason: 'negative-discrimination' | 'weak-discrimination'; figure: number; line: number }
  | { reason: 'too-easy' | 'too-hard'; figure: number; line: number }
  /** Wrong options that nobody chose. */
  | { reason: 'unused-distractor'; options: OptionId[] }
  /** Wrong options that more people chose than one of the right ones. */
  | { reason: 'wrong-above-key'; options: OptionId[] }
  | { reason: 'reported'; figure: number; line: number };

export interface Looked {
  statistics: ItemStatistics;
  choices: ChoiceTable;
  /** How often candidates reported the question. */
  reports: number;
}

/** The flags of a question, the gravest first. */
export function flagsOf({ statistics, choices, reports }: Looked): Flag[] {
  const { attempts, reports: line } = THRESHOLDS;
  const figures = statistics.n < attempts ? [] : [...byDiscrimination(statistics), ...byChoice(choices)];
  const level = statistics.n < attempts ? [] : byFacility(statistics);
  const reported: Flag[] = reports >= line ? [{ reason: 'reported', figure: reports, line }] : [];
  return [...figures, ...reported, ...level].sort((a, b) => GRAVITY[a.reason] - GRAVITY[b.reason]);
}

const GRAVITY: Record<Flag['reason'], number> = {
  'negative-discrimination': 0,
  'wrong-above-key': 1,
  reported: 2,
  'too-hard': 3,
  'weak-discrimination': 4,
  'too-easy': 5,
  'unused-distractor': 6,
};

function byDiscrimination({ discrimination: figure }: ItemStatistics): Flag[] {
  const { negative, weak } = THRESHOLDS;
  if (figure === undefined || figure >= weak) return [];
  if (figure < negative) return [{ reason: 'negative-discrimination', figure, line: negative }];
  return [{ reason: 'weak-discrimination', figure, line: weak }];
}

function byFacility({ facility: figure }: ItemStatistics): Flag[] {
  const { easy, hard } = THRESHOLDS;
  if (figure !== undefined && figure >= easy) return [{ reason: 'too-easy', figure, line: easy }];
  if (figure !== undefined && figure <= hard) return [{ reason: 'too-hard', figure, line: hard }];
  return [];
}

function byChoice({ options }: ChoiceTable): Flag[] {
  const wrong = options.filter(({ isKey }) => !isKey);
  const least = Math.min(...options.filter(({ isKey }) => isKey).map(({ chosen }) => chosen));
  const unused = wrong.filter(({ chosen }) => chosen === 0).map(({ id }) => id);
  const above = wrong.filter(({ chosen }) => chosen > least).map(({ id }) => id);
  return [
    ...(unused.length > 0 ? [{ reason: 'unused-distractor' as const, options: unused }] : []),
    ...(above.length > 0 ? [{ reason: 'wrong-above-key' as const, options: above }] : []),
  ];
}
