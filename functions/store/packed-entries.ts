// Journal entries as they are stored: one line each, so that a batch of 50 answers is an item under 2 kB and costs two write units.
// An answer is `Δms question version picked earned/possible` (Δ in base 36 from the batch's base); any other entry is its JSON.
import type { Stamped } from '../domain/practice/journal.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';

const NOTHING_PICKED = '-';
const ANSWER = /^(-?[0-9a-z]+) ([a-z0-9-]+) (\d+) ([A-Z]+|-) (\d+)\/(\d+)$/;

/** The lines of entries, relative to `base`. */
export function packEntries(entries: readonly Stamped[], base: Instant): string {
  return entries.map((entry) => packed(entry, msOf(base))).join('\n');
}

/** The entries of packed lines; undefined when a line is not of the form. */
export function unpackEntries(lines: string, base: Instant): Stamped[] | undefined {
  const entries = lines.split('\n').map((line) => unpacked(line, msOf(base)));
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function packed(entry: Stamped, base: number): string {
  const { at, ...change } = entry;
  const delta = msOf(at) - base;
  if (change.kind !== 'answer') return JSON.stringify({ ...change, at: delta });
  const picked = change.picked.join('') || NOTHING_PICKED;
  return `${delta.toString(36)} ${change.question} ${change.version} ${picked} ${change.earned}/${change.possible}`;
}

function unpacked(line: string, base: number): Stamped | undefined {
  if (line.startsWith('{')) return unpackedJson(line, base);
  const match = ANSWER.exec(line);
  if (match === null) return undefined;
  const [, delta, question, version, picked, earned, possible] = match as unknown as string[] & { length: 7 };
  return {
    kind: 'answer',
    at: instantOf(base + Number.parseInt(delta as string, 36)),
    question: question as string,
    version: Number(version),
    picked: picked === NOTHING_PICKED ? [] : [...(picked as string)],
    earned: Number(earned),
    possible: Number(possible),
  };
}

function unpackedJson(line: string, base: number): Stamped | undefined {
  try {
    const { at, ...change } = JSON.parse(line);
    if (typeof at !== 'number' || !['mark', 'note', 'setting'].includes(change.kind)) return undefined;
    return { ...change, at: instantOf(base + at) };
  } catch {
    return undefined;
  }
}
