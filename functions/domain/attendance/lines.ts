// The lines by which a verdict explains itself: codes with what they are about. The sentences are the site's words.
import type { Instant } from '../time.ts';
import type { Rule } from './rule.ts';

/** What each line says, and of what. Minutes are whole, shares are basis points (8333 is 83.33 %), `by` is the id of a person. */
export interface LineParams {
  /** The session: its time and length. */
  session: { from: Instant; to: Instant; minutes: number };
  /** A mark taken back. */
  voided: { kind: 'in' | 'out' | 'mid'; at: Instant; by: string; why: string };
  /** A mark made by hand (补签). */
  added: { kind: 'in' | 'out' | 'mid'; at: Instant; by: string; why: string };
  'walk-in': Record<string, never>;
  /** Present from–to inside the session. */
  stay: { from: Instant; to: Instant; minutes: number };
  /** Signed in and never out: what the course's rule counts of it. */
  'stay-open': { from: Instant; policy: Rule['missingOut']; minutes: number };
  /** Marks before the session or after it. */
  outside: { from: Instant; to: Instant };
  /** Away between two stays. */
  gap: { from: Instant; to: Instant; minutes: number };
  late: { at: Instant; minutes: number; allowed: number };
  'left-early': { at: Instant; minutes: number; allowed: number };
  'out-without-in': { at: Instant };
  'mid-without-in': { at: Instant };
  'check-missed': { from: Instant; until: Instant };
  absent: Record<string, never>;
  excused: Record<string, never>;
  /** Had leave, and came. */
  'excused-came': Record<string, never>;
  'share-enough': { minutes: number; of: number; share: number; needed: number };
  'share-short': { minutes: number; of: number; share: number; needed: number };
  /** What goes to the hours. */
  'counts-presence': { minutes: number };
  'counts-whole': { minutes: number };
  'counts-nothing': Record<string, never>;
}

export type LineCode = keyof LineParams;

export type Line = { [C in LineCode]: { code: C; params: LineParams[C] } }[LineCode];
