// The audit chain: who did what, as what, when and why, in lines that are only added. Each line holds the hash of the one before, and the
// head, kept apart, names the last: so an edit, a gap, another order and a cut end all show.
import type { Role } from '../access/roles.ts';
import { canonical } from '../canonical.ts';
import type { Instant } from '../time.ts';
import { type Facts, maskedFacts, masked as maskedText } from './facts.ts';

/** What happened. */
export interface AuditEntry {
  at: Instant;
  actor: { kind: 'person'; person: string } | { kind: 'system'; name: string };
  /** The grant it was done under; missing for what is one's own and for the system. */
  as?: { role: Role; unit: string };
  action: string;
  thing: { type: string; id: string };
  /** The unit the thing was in that day, whose managers may read the line; null for what is in none. */
  unit: string | null;
  before?: Facts;
  after?: Facts;
  why?: string;
}

/** An entry in its place. `seq` counts from 1 without gaps. */
export interface AuditLine extends AuditEntry {
  seq: number;
  /** The hash of the line before; the empty head's for the first. */
  previous: string;
  hash: string;
}

/** The end of a chain. Whoever keeps it apart from the lines can tell that some were cut off. */
export interface Head {
  seq: number;
  hash: string;
}

/** From a text to its digest, SHA-256 or, so that nobody without the key can forge a whole chain, an HMAC of it. */
export type Hash = (text: string) => string;

/**
 * `gap`: a line is missing · `edited`: a line is not what was written · `reordered`: not at its place, or twice · `cut`: the end is missing ·
 * `foreign`: a line that was written for another unit's chain.
 */
export type ChainFault = 'gap' | 'edited' | 'reordered' | 'cut' | 'foreign';

/** `at` is the sequence number at which the chain first fails. */
export type CheckedChain = { ok: true } | { ok: false; at: number; fault: ChainFault };

/** Before the first line. */
export const EMPTY_HEAD: Head = { seq: 0, hash: '' };

/** The one text of a line that is hashed: all of it but its hash, keys sorted, so that how it was stored makes no difference. */
export function lineText(line: Omit<AuditLine, 'hash'> & { hash?: string }): string {
  return canonical({ ...line, hash: undefined });
}

/** The line that follows a head. Numbers of phones and identity cards in its texts are masked whatever the caller did. */
export function nextLine(head: Head, entry: AuditEntry, hash: Hash): AuditLine {
  const { before, after, why, ...rest } = entry;
  const line = {
    ...rest,
    ...(before === undefined ? {} : { before: maskedFacts(before) }),
    ...(after === undefined ? {} : { after: maskedFacts(after) }),
    ...(why === undefined ? {} : { why: maskedText(why) }),
    seq: head.seq + 1,
    previous: head.hash,
  };
  return { ...line, hash: hash(lineText(line)) };
}

/** The head after a line. */
export function headOf({ seq, hash }: AuditLine): Head {
  return { seq, hash };
}

/** From where to where lines are checked, and whose chain they stand in: the unit is not asked about when it is missing. */
export interface Stretch {
  from?: Head;
  to: Head;
  unit?: string | null;
}

/**
 * Checks lines, in the order they are stored, from a head that is known to be good (the empty one, or where the last check ended) to the
 * present head. Lines past the head count as edited: nobody wrote them by the rule.
 */
export function checkChain(
  lines: readonly AuditLine[],
  { from = EMPTY_HEAD, to, unit }: Stretch,
  hash: Hash,
): CheckedChain {
  let good = from;
  for (const line of lines) {
    const at = good.seq + 1;
    if (unit !== undefined && line.unit !== unit && isWhole(line, hash)) return { ok: false, at, fault: 'foreign' };
    if (line.seq > to.seq || !follows(good, line, hash)) {
      return { ok: false, at, fault: line.seq === at ? 'edited' : misplaced(lines, line, at) };
    }
    good = headOf(line);
  }
  if (good.seq < to.seq) return { ok: false, at: good.seq + 1, fault: 'cut' };
  return good.seq === to.seq && good.hash === to.hash ? { ok: true } : { ok: false, at: good.seq, fault: 'edited' };
}

function follows(good: Head, line: AuditLine, hash: Hash): boolean {
  return line.seq === good.seq + 1 && line.previous === good.hash && isWhole(line, hash);
}

/** Whether a line says what it said when it was written, wherever it stands now. */
function isWhole(line: AuditLine, hash: Hash): boolean {
  return line.hash === hash(lineText(line));
}

/** What it is when another line stands where `at` was expected. */
function misplaced(lines: readonly AuditLine[], found: AuditLine, at: number): ChainFault {
  return found.seq < at || lines.some(({ seq }) => seq === at) ? 'reordered' : 'gap';
}
