// Blind review: what an independent reader is given, and what becomes of the answers.
import * as z from 'zod';
import { type Asked, ask } from '../domain/questions/question.ts';
import type { Day } from '../domain/time.ts';
import { type Bank, placed } from './bank.ts';
import { type BlindAnswer, sameOptions, wordsHash } from './review.ts';
import { type Item, toQuestion } from './schema.ts';

/** A reader's answers: item id → the letters picked. */
export const blindAnswers = z.record(z.string(), z.array(z.string()).min(1));
export type BlindAnswers = z.output<typeof blindAnswers>;

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
  return Object.entries(answers).flatMap(([id, picked]) => {
    const item = items.get(id);
    if (item === undefined) return [`There is no item ${id} in the bank.`];
    const strange = picked.filter((letter) => !item.options.some((o) => o.id === letter));
    return strange.length === 0 ? [] : [`${id} has no option ${strange.join(', ')}.`];
  });
}

/** The bank with the answers on record, and where they differ from the key. An item is reviewed exactly when its last answer agrees. */
export function recordBlind(bank: Bank, answers: BlindAnswers, on: Day): { bank: Bank; disagreements: Disagreement[] } {
  const disagreements: Disagreement[] = [];
  const record = (item: Item): Item => {
    const picked = answers[item.id]?.toSorted();
    if (picked === undefined) return item;
    const agreed = sameOptions(picked, item.key);
    if (!agreed) disagreements.push({ item, picked });
    return withAnswer(item, { picked, agreed, on, version: item.version, of: wordsHash(item) });
  };
  return { bank: { files: bank.files.map((f) => ({ ...f, items: f.items.map(record) })) }, disagreements };
}

/** The same answer given again on the same day is one answer. */
function withAnswer(item: Item, answer: BlindAnswer): Item {
  const before = (item.review?.blind ?? []).filter(
    (b) =>
      !(
        b.on === answer.on &&
        b.version === answer.version &&
        b.of === answer.of &&
        sameOptions(b.picked, answer.picked)
      ),
  );
  return { ...item, review: { state: answer.agreed ? 'reviewed' : 'draft', blind: [...before, answer] } };
}
