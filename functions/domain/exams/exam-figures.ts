// What a person's exams add to the figures of units (shelf `exam#<year>`): registered, sat, passed, by level and by paper, each person once.
import type { Piece, Shelves } from '../figures/additions.ts';
import type { Source } from '../figures/source.ts';
import type { Level } from '../questions/release.ts';
import type { Instant } from '../time.ts';
import type { ExamRecord } from './record.ts';
import { isSat } from './results.ts';
import { type ExamStep, type Layer, reaches, sayingIn, stepOf } from './standing.ts';

/** An exam of a level in a year, at one of the units that the person worked at. */
export interface ExamPiece extends Piece {
  year: number;
  level: Level;
  layer: Layer;
  step: ExamStep;
  /** Subject → 1 registered, 2 sat, 3 passed by a local line, 4 passed nationwide. */
  papers: Record<string, 1 | 2 | 3 | 4>;
}

/** A record as it is stored: how often it was written, and when last. */
interface ExamSourceFact extends ExamRecord {
  version: number;
  at: Instant;
}

/** The family of exam figures, for the tally. */
export const examSource = {
  kind: 'exams',
  stamp: ({ version, at }) => ({ version, at }),
  unitsOf: (record) => [...new Set(examPieces(record).map(({ unit }) => unit))],
  pieces: (record) => examPieces(record),
  sumsOf: examSums,
} satisfies Source<ExamSourceFact, ExamPiece> as unknown as Source;

/** The shelf of a year's exam. */
function examShelf(year: number): string {
  return `exam#${year}`;
}

/** One piece for each entry, unit and layer. Of somebody of no unit there is none. */
export function examPieces(record: ExamRecord): ExamPiece[] {
  return record.entries.flatMap((entry) =>
    (['held', 'confirmed'] as const).flatMap((layer) => {
      const saying = sayingIn(entry, layer);
      const step = stepOf(record, entry, layer);
      if (saying === undefined || step === undefined) return [];
      const papers = Object.fromEntries(saying.papers.map((paper) => [paper.subject, rankOf(paper)]));
      const { year, level } = entry;
      return saying.units.map((unit) => ({ unit, day: saying.day, year, level, layer, step, papers }));
    }),
  );
}

function rankOf({ result, verdict }: { result: { kind: string }; verdict?: string }): 1 | 2 | 3 | 4 {
  if (verdict === 'national') return 4;
  if (verdict === 'local') return 3;
  return isSat(result as Parameters<typeof isSat>[0]) ? 2 : 1;
}

/**
 * `reg|sat|pass:<level>` people who registered, sat at least one paper, passed the level in that year nationwide; `local:<level>` who passed it by a
 * local line alone; `preg|psat|ppass|plocal:<subject>` the same of a paper; `cfreg|cfsat|cfpass|cflocal:<level>` by what was confirmed alone.
 */
export function examSums(pieces: readonly ExamPiece[]): Shelves {
  const shelves: Record<string, Record<string, number>> = {};
  // Two units of one person below the same bureau hold the same exam.
  const exams = new Map(pieces.map((piece) => [`${piece.layer} ${piece.year} ${piece.level}`, piece]));
  for (const piece of exams.values()) {
    const shelf = shelves[examShelf(piece.year)] ?? {};
    shelves[examShelf(piece.year)] = shelf;
    for (const name of namesOf(piece)) shelf[name] = (shelf[name] ?? 0) + 1;
  }
  return shelves;
}

function namesOf({ layer, level, step, papers }: ExamPiece): string[] {
  const prefix = layer === 'held' ? '' : 'cf';
  const reached = [
    'reg',
    ...(reaches(step, 'sat') ? ['sat'] : []),
    ...(step === 'local' ? ['local'] : []),
    ...(step === 'passed' ? ['pass'] : []),
  ].map((name) => `${prefix}${name}:${level}`);
  if (layer === 'confirmed') return reached;
  const ofPapers = Object.entries(papers).flatMap(([subject, rank]) => [
    `preg:${subject}`,
    ...(rank >= 2 ? [`psat:${subject}`] : []),
    ...(rank === 3 ? [`plocal:${subject}`] : []),
    ...(rank === 4 ? [`ppass:${subject}`] : []),
  ]);
  return [...reached, ...ofPapers];
}
