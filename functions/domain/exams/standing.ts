// How far somebody came with a level in a year, and when they passed a level, by all entries of their record together: the pass cycle joins years.
import type { Level } from '../questions/release.ts';
import { passedIn, type SatPaper } from './cycle.ts';
import { type ExamEntry, type ExamRecord, holdingOf, type Saying } from './record.ts';
import { contradictions, isSat } from './results.ts';

/** 报名、参考、通过（仅单独划线）、通过: each step holds those before it. */
export const EXAM_STEPS = ['registered', 'sat', 'local', 'passed'] as const;

export type ExamStep = (typeof EXAM_STEPS)[number];

/** `held`: whatever was said and not taken back · `confirmed`: what was confirmed alone. */
export type Layer = 'held' | 'confirmed';

/** What of an entry counts in a layer. What was confirmed of a paper counts until it is confirmed that it was otherwise, whatever is said meanwhile. */
export function sayingIn(entry: ExamEntry, layer: Layer): Saying | undefined {
  const { held, confirmed } = holdingOf(entry);
  if (layer === 'confirmed' || held === undefined || confirmed === undefined)
    return layer === 'held' ? held : confirmed;
  const against = contradictions(confirmed.papers, held.papers);
  const said = held.papers.filter(({ subject }) => !against.includes(subject));
  const kept = confirmed.papers.filter(({ subject }) => said.every((paper) => paper.subject !== subject));
  return kept.length === 0 ? held : { ...held, papers: [...said, ...kept] };
}

/** All papers of a level that were sat, by a layer. */
export function satPapers(record: ExamRecord, level: Level, layer: Layer): SatPaper[] {
  return record.entries
    .filter((entry) => entry.level === level)
    .flatMap((entry) =>
      (sayingIn(entry, layer)?.papers ?? [])
        .filter(({ result }) => isSat(result))
        .map(({ subject, verdict }) => ({ year: entry.year, subject, verdict })),
    );
}

/** How far an entry came; undefined where nothing of it counts. */
export function stepOf(
  record: ExamRecord,
  { year, level, ...entry }: ExamEntry,
  layer: Layer = 'held',
): ExamStep | undefined {
  const saying = sayingIn({ year, level, ...entry }, layer);
  if (saying === undefined) return undefined;
  const papers = satPapers(record, level, layer);
  const national = passedIn(papers, level, 'national');
  if (national === year) return 'passed';
  const isFirst = national === undefined || national > year;
  if (isFirst && passedIn(papers, level, 'local') === year) return 'local';
  return saying.papers.some(({ result }) => isSat(result)) ? 'sat' : 'registered';
}

/** Whether a step is reached by one that is at a further one. */
export function reaches(step: ExamStep | undefined, asked: ExamStep): boolean {
  return step !== undefined && EXAM_STEPS.indexOf(step) >= EXAM_STEPS.indexOf(asked);
}

/** 高级 takes a review (评审) besides the exam: its certificate does not follow from a pass. */
const FOLLOWING: readonly Level[] = ['junior', 'intermediate'];

/** The levels that were passed nationwide, by what was confirmed, and of which there is no certificate. */
export function dueCertificates(
  record: ExamRecord,
  certificates: readonly { level: Level }[],
): { level: Level; year: number }[] {
  return FOLLOWING.flatMap((level) => {
    const year = passedIn(satPapers(record, level, 'confirmed'), level, 'national');
    return year === undefined || certificates.some((one) => one.level === level) ? [] : [{ level, year }];
  });
}
