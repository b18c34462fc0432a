// Journal entries as they are stored: one line each, so that a batch of 50 answers is an item under 2 kB and costs two write units.
// An answer is `Δms question version picked earned/possible` (Δ in base 36 from the batch's base), with its scoring profile behind it when that is
// not the batch's; any other entry is its JSON.
import type { Stamped } from '../domain/practice/journal.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';

const NOTHING_PICKED = '-';
const ANSWER = /^(-?[0-9a-z]+) ([a-z0-9-]+) (\d+) ([A-Z]+|-) (\d+)\/(\d+)(?: ([a-z0-9-]+))?$/;

/** The furthest a `Date` reaches, in milliseconds either side of 1970. */
const MS_MOST = 8.64e15;

/** What the lines of a batch are relative to. */
export interface Common {
  base: Instant;
  /** The scoring profile of every answer that names none; missing when there is no answer. */
  profile?: string | undefined;
}

/** What a batch's lines have in common: the time of its first entry and the profile of its first answer. Throws when it holds no entry. */
export function commonOf(entries: readonly Stamped[]): Common {
  const [first] = entries;
  if (first === undefined) throw new Error('a batch holds at least one entry');
  const answer = entries.find((entry) => entry.kind === 'answer');
  return { base: first.at, ...(answer ? { profile: answer.profile } : {}) };
}

/** The lines of entries, relative to what they have in common. */
export function packEntries(entries: readonly Stamped[], common: Common): string {
  return entries.map((entry) => packed(entry, common)).join('\n');
}

/** The entries of packed lines; undefined when a line is not of the form. */
export function unpackEntries(lines: string, common: Common): Stamped[] | undefined {
  const entries = lines.split('\n').map((line) => unpacked(line, common));
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function packed(entry: Stamped, { base, profile }: Common): string {
  const { at, ...change } = entry;
  const delta = msOf(at) - msOf(base);
  if (change.kind !== 'answer') return JSON.stringify({ ...change, at: delta });
  const picked = change.picked.join('') || NOTHING_PICKED;
  const own = change.profile === profile ? '' : ` ${change.profile}`;
  return `${delta.toString(36)} ${change.question} ${change.version} ${picked} ${change.earned}/${change.possible}${own}`;
}

function unpacked(line: string, common: Common): Stamped | undefined {
  const base = msOf(common.base);
  if (line.startsWith('{')) return unpackedJson(line, base);
  const match = ANSWER.exec(line);
  if (match === null) return undefined;
  const [, delta, question, version, picked, earned, possible, profile = common.profile] = match;
  const at = stamp(base + Number.parseInt(delta as string, 36));
  if (at === undefined || profile === undefined) return undefined;
  return {
    kind: 'answer',
    at,
    question: question as string,
    version: Number(version),
    profile,
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
