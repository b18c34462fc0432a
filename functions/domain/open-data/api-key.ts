// A key to open data (开放数据密钥): lets a program read the figures and frozen reports of a unit and of all below it, until it ends. The secret is shown
// once, and kept by nobody.
import { type Day, dayOf, type Instant } from '../time.ts';

export interface ApiKey {
  id: string;
  unit: string;
  /** What it is for, in its maker's words. */
  label: string;
  at: Instant;
  by: string;
  /** The last day on which it opens anything. */
  until: Day;
  ended?: { at: Instant; by: string };
  /** The last day on which it was used. */
  usedOn?: Day;
}

/** What a secret begins with, so that a leaked one is known for what it is. */
export const SECRET_PREFIX = 'zrk_';

/** A key lasts two years at most: what nobody renews is of use to nobody. */
export const KEY_DAYS_MOST = 731;

/** Requests of a key in a minute. */
export const USES_A_MINUTE = 60;

export type KeyState = 'valid' | 'over' | 'ended';

export function stateOfKey({ until, ended }: ApiKey, now: Instant): KeyState {
  if (ended !== undefined) return 'ended';
  return dayOf(now) > until ? 'over' : 'valid';
}

/** The secret in an `Authorization` header; undefined when there is none of ours. */
export function secretIn(header: string | undefined): string | undefined {
  const [, secret] = header?.match(/^bearer +([\w-]{1,100})$/i) ?? [];
  return secret?.startsWith(SECRET_PREFIX) ? secret : undefined;
}
