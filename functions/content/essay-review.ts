// The second reading of an essay. There is no key to agree on: the reader answers from the material first, then says whether the points and the
// model answer follow from it. The record holds a hash of these.
import * as z from 'zod';
import { askEssay, type EssayAsked } from '../domain/questions/essay.ts';
import type { Day } from '../domain/time.ts';
import type { EssayFile } from './bank.ts';
import { canonicalJson, contentHash } from './canonical.ts';
import { type EssayItem, type Reading, toEssay } from './essay-schema.ts';

/** What a reader says of each essay; who does not agree says why. */
export const essayVerdicts = z.record(
  z.string(),
  z.strictObject({ agreed: z.boolean(), note: z.exactOptional(z.string().trim().min(1)) }),
);
export type EssayVerdicts = z.output<typeof essayVerdicts>;

/** The hash of what a second reader sees: material, questions, points, marks and model answers. */
export function essayHash({ kind, stem, parts }: EssayItem): string {
  return contentHash(canonicalJson({ kind, stem, parts }));
}

/** Why an essay does not count as reviewed, as a sentence that says what to do; undefined when it does. */
export function essayFault(essay: EssayItem): string | undefined {
  const last = lastReading(essay);
  if (last === undefined)
    return `No second reading of version ${essay.version}: have it read with the ask and read commands.`;
  if (last.of !== essayHash(essay)) return 'It was changed after it was read: have it read again.';
  if (!last.agreed)
    return `The second reader does not agree: ${last.note ?? 'no reason given'}. Mend or drop the essay.`;
  if (essay.review?.state !== 'reviewed')
    return 'The second reader agrees, but the state is draft: run the read command again.';
  return undefined;
}

/** Whether the essay may be released. */
export function isReadTwice(essay: EssayItem): boolean {
  return essayFault(essay) === undefined;
}

/**
 * What a reader gets, by the name of its sheet: `<subject>-<chapter>` holds the material and the questions, to be answered first,
 * `<subject>-<chapter>-points` the points and model answers, to be judged after that.
 */
export function essaySheets(files: readonly EssayFile[]): Map<string, (EssayAsked | EssayItem)[]> {
  return new Map(
    files.flatMap(({ subject, chapter, essays }) => [
      [`${subject}-${chapter}`, essays.map((essay) => askEssay(toEssay(essay)))],
      [`${subject}-${chapter}-points`, essays.map(toEssay)],
    ]),
  );
}

/** What keeps verdicts from being taken. Empty when all is well. */
export function verdictFaults(files: readonly EssayFile[], verdicts: EssayVerdicts): string[] {
  const ids = new Set(files.flatMap(({ essays }) => essays.map(({ id }) => id)));
  return Object.entries(verdicts).flatMap(([id, { agreed, note }]) => {
    if (!ids.has(id)) return [`There is no essay ${id} in the bank.`];
    return agreed || note !== undefined ? [] : [`Say in a note what is wrong with ${id}.`];
  });
}

/** The files with the verdicts on record. An essay is reviewed exactly when its last reader agreed. */
export function recordReading(files: readonly EssayFile[], verdicts: EssayVerdicts, on: Day): EssayFile[] {
  const record = (essay: EssayItem): EssayItem => {
    const verdict = verdicts[essay.id];
    if (verdict === undefined) return essay;
    const reading: Reading = { ...verdict, on, version: essay.version, of: essayHash(essay) };
    const before = (essay.review?.readings ?? []).filter((r) => canonicalJson(r) !== canonicalJson(reading));
    return { ...essay, review: { state: verdict.agreed ? 'reviewed' : 'draft', readings: [...before, reading] } };
  };
  return files.map((file) => ({ ...file, essays: file.essays.map(record) }));
}

function lastReading(essay: EssayItem): Reading | undefined {
  return essay.review?.readings.filter((r) => r.version === essay.version).at(-1);
}
