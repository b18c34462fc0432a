// Journal entries as they are stored: one line each, so that a batch of 50 answers is an item under 2 kB and costs two write units.
// An answer is `Δms question version picked earned/possible` (Δ in base 36 from the batch's base); any other entry is its JSON.
import type { Stamped } from '../domain/practice/journal.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';

const NOTHING_PICKED = '-';
const ANSWER = /^(-?[0-9a-z]+) ([a-z0-9-]+) (\d+) ([A-Z]+|-) (\d+)\/(\d+)$/;

/** The furthest a `Date` reaches, in milliseconds either side of 1970. */
const MS_MOST = 8.64e15;

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
  const at = stamp(base + Number.parseInt(delta as string, 36));
  if (at === undefined) return undefined;
  return {
    kind: 'answer',
    at,
    question: question as string,
    version: Number(version),
    picked: picked === NOTHING_PICKED ? [] : [...(picked as string)],
    earned: Number(earned),
    possible: Number(possible),
  };
}

function unpackedJson(line: string, base: number): Stamped | undefined {
  try {
    const { at: delta, ...change } = JSON.parse(line);
    const at = typeof delta === 'number' ? stamp(base + delta) : undefined;
    return at !== undefined && isChange(change) ? { ...change, at } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a parsed line is one of the changes that are kept as JSON: every kind of the journal but `answer`. */
function isChange(change: { [field: string]: unknown }): change is Exclude<Stamped, { kind: 'answer' }> {
  const { kind, question, mark, on, text, name, value } = change;
  if (kind === 'setting') return typeof name === 'string' && typeof value === 'number';
  if (typeof question !== 'string') return false;
  if (kind === 'note') return typeof text === 'string';
  return kind === 'mark' && typeof mark === 'string' && typeof on === 'boolean';
}

/** The instant of a number of milliseconds; undefined for one that is no time. */
function stamp(ms: number): Instant | undefined {
  return Math.abs(ms) <= MS_MOST ? instantOf(ms) : undefined;
}
