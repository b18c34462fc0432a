// Blind review: what an independent reader is given, and what becomes of the answers.
import * as z from 'zod';
import { type Asked, ask } from '../domain/questions/question.ts';
import type { Day } from '../domain/time.ts';
import { type Bank, placed } from './bank.ts';
import { type BlindAnswer, sameOptions, stateOf, wordsHash } from './review.ts';
import { type Item, toQuestion } from './schema.ts';

const picked = z.array(z.string()).min(1);

/** A reader's answers: item id → the letters picked, alone or with a note of what they found. */
export const blindAnswers = z.record(
  z.string(),
  z.union([picked, z.strictObject({ picked, note: z.exactOptional(z.string().trim().min(1)) })]),
);
export type BlindAnswers = z.output<typeof blindAnswers>;

/** Who read, and when. */
export interface Reader {
  name: string;
  on: Day;
}

export interface Disagreement {
  item: Item;
  picked: string[];
}

/** The sheets a reader gets, one per file of the bank: `<subject>-<chapter>` → its questions without keys, whys and sources. */
export function sheets(bank: Bank): Map<string, Asked[]> {
  return new Map(bank.files.map((f) => [`${f.subject}-${f.chapter}`, f.items.map((item) => ask(toQuestion(item)))]));
}

/** What keeps answers from being taken: ids and letters the bank does not have. Empty when all is well. */
export function faultsOf(bank: Bank, answers: BlindAnswers): string[] {
  const items = new Map(placed(bank).map(({ item }) => [item.id, item]));
  return Object.entries(answers).flatMap(([id, answer]) => {
    const { picked } = answerOf(answer);
    const item = items.get(id);
    if (item === undefined) return [`There is no item ${id} in the bank.`];
    const strange = picked.filter((letter) => !item.options.some((o) => o.id === letter));
    return strange.length === 0 ? [] : [`${id} has no option ${strange.join(', ')}.`];
  });
}

/** The bank with a reader's answers on record, and where they differ from the key. */
export function recordBlind(
  bank: Bank,
  answers: BlindAnswers,
  reader: Reader,
): { bank: Bank; disagreements: Disagreement[] } {
  const disagreements: Disagreement[] = [];
  const record = (item: Item): Item => {
    const given = answers[item.id];
    if (given === undefined) return item;
    const { note } = answerOf(given);
    const picked = answerOf(given).picked.toSorted();
    const agreed = sameOptions(picked, item.key);
    if (!agreed) disagreements.push({ item, picked });
    const answer = { reader: reader.name, picked, agreed, on: reader.on, version: item.version, of: wordsHash(item) };
    return withAnswer(item, note === undefined ? answer : { ...answer, note });
  };
  return { bank: { files: bank.files.map((f) => ({ ...f, items: f.items.map(record) })) }, disagreements };
}

function answerOf(answer: BlindAnswers[string]): { picked: string[]; note?: string } {
  return Array.isArray(answer) ? { picked: answer } : answer;
}

/** What one reader says again of the same words replaces what they said. */
function withAnswer(item: Item, answer: BlindAnswer): Item {
  const before = (item.review?.blind ?? []).filter(
    (b) => b.reader !== answer.reader || b.version !== answer.version || b.of !== answer.of,
  );
  const read: Item = { ...item, review: { ...item.review, state: 'draft', blind: [...before, answer] } };
  return { ...read, review: { ...item.review, state: stateOf(read), blind: [...before, answer] } };
}
