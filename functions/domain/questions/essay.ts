// Questions that are answered in words: 案例分析 and 方案设计 of the paper on practice. Marks are given by points, by oneself or by a trainer.
import type { HalfPoints } from '../grading/profile.ts';
import type { Difficulty, Source } from './question.ts';

export type EssayKind = 'case' | 'design';

/** One of the questions about the material. */
export interface EssayPart {
  /** '1', '2', … */
  id: string;
  text: string;
  possible: HalfPoints;
}

/** What may be shown before it is answered. */
export interface EssayAsked {
  id: string;
  version: number;
  kind: EssayKind;
  /** The material. */
  stem: string;
  parts: EssayPart[];
  difficulty: Difficulty;
}

/** What an answer is given marks for. */
export interface EssayPoint {
  /** 'a', 'b', …: stable inside a version. */
  id: string;
  text: string;
  possible: HalfPoints;
}

export interface Essay extends EssayAsked {
  /** The points' marks sum up to the part's. */
  parts: (EssayPart & { points: EssayPoint[]; model: string })[];
  explanation: string;
  source: Source;
}

/** An essay as it may be shown before it is answered. Named field by field: a new field of Essay stays behind. */
export function askEssay({ id, version, kind, stem, parts, difficulty }: Essay): EssayAsked {
  const asked = parts.map((part) => ({ id: part.id, text: part.text, possible: part.possible }));
  return { id, version, kind, stem, parts: asked, difficulty };
}

export function isEssay<T extends { kind: string }>(item: T): item is Extract<T, { kind: EssayKind }> {
  return item.kind === 'case' || item.kind === 'design';
}
