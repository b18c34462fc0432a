// What of a result is counted, and where: a short form that is kept with the fact, so that what was counted can be taken out again at any time.
import type { Result, ResultLine } from '../attempts/result.ts';
import type { PaperForm } from '../papers/blueprint.ts';
import type { OptionId } from '../questions/question.ts';
import { type Sums, sumsOf } from './item-sums.ts';

/** A line as it counts. `credited`: everybody has its marks, so that it says nothing of itself; the others' rest holds it. */
export interface CountedLine {
  question: string;
  version: number;
  earned: number;
  possible: number;
  picked: readonly OptionId[];
  credited: boolean;
}

export interface Counted {
  form: PaperForm;
  /** Where: the subject, and the set paper if it was one. */
  scopes: readonly string[];
  lines: readonly CountedLine[];
}

/** Sums of an item in one scope and one form of paper. */
export interface ItemSums {
  scope: string;
  question: string;
  version: number;
  form: PaperForm;
  sums: Sums;
}

/** The scope of a set paper; a subject's is its id. */
export function paperScope(paper: string): string {
  return `paper:${paper}`;
}

/**
 * What counts of a result: its objective lines, unless it was taken offline (离线自测), voided, or nothing was answered: whoever opened a paper and
 * left it says nothing about its questions. Undefined when nothing counts.
 */
export function countedOf(result: Result): Counted | undefined {
  if (result.offline || result.state === 'voided') return undefined;
  const lines = result.lines.filter(isObjective).map(counted);
  if (lines.every(({ picked }) => picked.length === 0)) return undefined;
  const { form, subject, paper } = result;
  return { form, scopes: paper === undefined ? [subject] : [subject, paperScope(paper)], lines };
}

function isObjective({ verdict }: ResultLine): boolean {
  return verdict !== 'unmarked' && verdict !== 'marked';
}

function counted({ id, version, earned, possible, picked, verdict, late }: ResultLine): CountedLine {
  const credited = verdict === 'credited';
  return { question: id, version, earned, possible, picked: late === undefined ? picked : [], credited };
}

/** The sums that it adds, a line for each item and scope. */
export function itemSumsOf({ form, scopes, lines }: Counted): ItemSums[] {
  const total = lines.reduce((sum, { earned }) => sum + earned, 0);
  const whole = lines.reduce((sum, { possible }) => sum + possible, 0);
  return lines
    .filter(({ credited }) => !credited)
    .flatMap(({ question, version, earned, possible, picked }) => {
      const rest = { earned: total - earned, possible: whole - possible };
      const sums = sumsOf({ earned, possible, rest, picked });
      return scopes.map((scope) => ({ scope, question, version, form, sums }));
    });
}

/** As a short text, a line each: what it is kept as. */
export function countedText({ form, scopes, lines }: Counted): string {
  const rows = lines.map(({ question, version, earned, possible, picked, credited }) =>
    [question, version, earned, possible, picked.join('.'), credited ? 1 : 0].join(' '),
  );
  return [[form, ...scopes].join(' '), ...rows].join('\n');
}

/** The text read back; undefined when it is none of ours. */
export function countedFrom(text: string): Counted | undefined {
  const [head = '', ...rows] = text.split('\n');
  const [form, ...scopes] = head.split(' ');
  const lines = rows.map(lineFrom);
  if ((form !== 'official' && form !== 'short') || scopes.length === 0) return undefined;
  return lines.every((line) => line !== undefined) ? { form, scopes, lines } : undefined;
}

function lineFrom(row: string): CountedLine | undefined {
  const [question = '', version, earned, possible, picked = '', credited] = row.split(' ');
  const numbers = [version, earned, possible].map(Number) as [number, number, number];
  if (question === '' || !numbers.every(Number.isInteger) || (credited !== '0' && credited !== '1')) return undefined;
  const ids = picked === '' ? [] : picked.split('.');
  return {
    ...{ question, version: numbers[0], earned: numbers[1], possible: numbers[2] },
    ...{ picked: ids, credited: credited === '1' },
  };
}
