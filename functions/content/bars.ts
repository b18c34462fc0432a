// The bars that the banks are held to: how much there must be, and how good. Data, so that raising one is a change of a file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const share = z.number().min(0).max(1);

const barsFile = z.strictObject({
  /** Subject → reviewed objective items in both banks together, at least. */
  items: z.record(z.string(), z.int().min(1)),
  /** So many full papers of each of these subjects that share no item can be made from the mock bank. */
  papers: z.int().min(1),
  essays: z.record(z.string(), z.strictObject({ case: z.int().min(0), design: z.int().min(0) })),
  /** Of the blind readings of the words as they are, at least this share picked the key; per subject. */
  agreement: share,
  /** The share of each difficulty in a subject, within a tolerance in points of 1. */
  difficulty: z.strictObject({ share, tolerance: share }),
  /** How many characters the right options of singles may be longer or shorter than the wrong ones, on the mean of a subject. */
  lengthDifference: z.number().min(0),
});

export type Bars = z.output<typeof barsFile>;

/** The bars as they are kept. Throws, naming the file, for one that cannot be read. */
export function loadBars(path: string = join(import.meta.dirname, 'bars.json')): Bars {
  const parsed = barsFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} holds no bars:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
