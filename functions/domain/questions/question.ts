// A question as every room knows it: with its key (Question) and without (Asked), and the one function between the two.
// Practice items travel with their keys; whatever must not show a key yet holds an Asked.
import type { Day } from '../time.ts';

/** 单选 (one of four) or 多选 (two to four of five), the two objective kinds of the official paper. */
export type Kind = 'single' | 'multiple';

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];

/** Stable inside a version of a question: 'A' … 'E'. What a candidate sees may be in another order. */
export type OptionId = string;

export interface Option {
  id: OptionId;
  text: string;
}

/** What a question rests on: an article of a statute in a named version, or a point of the syllabus. */
export type Source =
  | { type: 'statute'; statute: string; version: Day; article: string }
  | { type: 'syllabus'; edition: string; point: string };

/** A question without its key: what may be shown before it is answered. */
export interface Asked {
  id: string;
  version: number;
  kind: Kind;
  stem: string;
  options: Option[];
  difficulty: Difficulty;
}

/** A question with its key, and why each option is right or wrong. */
export interface Question extends Asked {
  options: (Option & { why: string })[];
  /** The right options' ids, sorted. */
  key: OptionId[];
  explanation: string;
  source: Source;
  /** The legal facts in it could not be checked against the statute's text; such a question is in no mock paper. */
  unverified?: true;
}

/** The question as it may be shown before it is answered. Named field by field: a new field of Question stays behind. */
export function ask(question: Question): Asked {
  const { id, version, kind, stem, options, difficulty } = question;
  return { id, version, kind, stem, options: options.map((o) => ({ id: o.id, text: o.text })), difficulty };
}
