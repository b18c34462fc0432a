// A door for tests: a session of a morning, and the HMAC that production uses.
import { createHmac } from 'node:crypto';
import type { Mac } from '../../../../functions/domain/door/codes.ts';
import type { AtDoor } from '../../../../functions/domain/door/decide.ts';
import { instantOf, msOf } from '../../../../functions/domain/time.ts';

/** 09:00 in China. */
export const STARTS = '2026-05-23T01:00:00.000Z';
export const ENDS = '2026-05-23T04:00:00.000Z';

export function macOf(secret: string): Mac {
  return (text) => createHmac('sha256', secret).update(text).digest('hex');
}

export function morning(change: Partial<AtDoor> = {}): AtDoor {
  return { startsAt: STARTS, endsAt: ENDS, state: 'open', enrolled: true, walkIns: false, windows: [], ...change };
}

/** The instant so many seconds after the session's start. */
export function after(seconds: number): string {
  return instantOf(msOf(STARTS) + seconds * 1000);
}
