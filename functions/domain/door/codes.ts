// The door's codes: what the trainer's screen shows, made from the session's secret and the server's time. There is no list of codes, and no
// clock but the server's: a step is ten seconds, and a code is good from the beginning of its step until half a minute after its end.
import { type Instant, instantOf, msOf } from '../time.ts';

/** What is marked at a door: 签到、签退、抽查. */
export const CODE_KINDS = ['in', 'out', 'mid'] as const;

export type CodeKind = (typeof CODE_KINDS)[number];

/** HMAC-SHA-256 of a text under the session's secret, 64 hexadecimal digits. */
export type Mac = (text: string) => string;

export const STEP_MS = 10_000;

/** A phone with round trips of 8 s and one retry gets in: it scans late in a step, and its second request arrives some 17 s later. */
export const GRACE_MS = 30_000;

const TOKEN_DIGITS = 32;
const CODE_DIGITS = 6;

export interface DoorCode {
  kind: CodeKind;
  step: number;
}

/** The step in which an instant lies. */
export function stepAt(now: Instant): number {
  return Math.floor(msOf(now) / STEP_MS);
}

/** From when until when a step's codes are good; both instants included. */
export function spanOf(step: number): { from: Instant; until: Instant } {
  return { from: instantOf(step * STEP_MS), until: instantOf((step + 1) * STEP_MS + GRACE_MS) };
}

/** Whether a step's codes are good at an instant of the server's clock. */
export function accepts(step: number, now: Instant): 'good' | 'code-expired' | 'code-not-yet' {
  const ms = msOf(now);
  if (ms < step * STEP_MS) return 'code-not-yet';
  return ms <= (step + 1) * STEP_MS + GRACE_MS ? 'good' : 'code-expired';
}

/** The steps whose codes are good at an instant, the newest first. */
export function goodSteps(now: Instant): number[] {
  const last = stepAt(now);
  const behind = Math.ceil(GRACE_MS / STEP_MS) + 1;
  return Array.from({ length: behind + 1 }, (_, i) => last - i).filter((step) => accepts(step, now) === 'good');
}

/** What a QR holds: the first 128 bits of the code's HMAC, in hexadecimal digits. */
export function tokenOf(mac: Mac, { kind, step }: DoorCode): string {
  return mac(`${kind}.${step}`).slice(0, TOKEN_DIGITS);
}

/** What is typed: six digits of the code's HMAC by the truncation of RFC 4226, 5.3. */
export function digitsOf(mac: Mac, { kind, step }: DoorCode): string {
  const hex = mac(`${kind}.${step}`);
  const offset = Number.parseInt(hex.slice(-1), 16) * 2;
  const bits = Number.parseInt(hex.slice(offset, offset + 8), 16) % 0x80000000;
  return String(bits % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
}

/** Whether two texts are one. It looks at every sign, so that the time it takes says nothing of where they differ. */
export function isSame(a: string, b: string): boolean {
  let differing = a.length === b.length ? 0 : 1;
  for (let i = 0; i < a.length; i += 1) differing += a.charCodeAt(i) === b.charCodeAt(i) ? 0 : 1;
  return differing === 0;
}

/** What somebody holds up to the door: a scanned QR (which names its session and kind), or digits typed for a kind. */
export type Shown =
  | { session: string; kind: CodeKind; step: number; token: string }
  | { kind: CodeKind; digits: string };

export type CodeRefusal = 'other-session' | 'code-expired' | 'code-not-yet' | 'code-wrong';

/** Whether what is shown opens the door of a session at an instant, and of which step it is. */
export function checkCode(
  shown: Shown,
  { session, mac, now }: { session: string; mac: Mac; now: Instant },
): { ok: true; code: DoorCode } | { ok: false; reason: CodeRefusal } {
  const { kind } = shown;
  if ('digits' in shown) {
    const step = goodSteps(now).find((one) => isSame(digitsOf(mac, { kind, step: one }), shown.digits));
    return step === undefined ? { ok: false, reason: 'code-wrong' } : { ok: true, code: { kind, step } };
  }
  if (shown.session !== session) return { ok: false, reason: 'other-session' };
  const code = { kind, step: shown.step };
  // What was never right is told from what is right no more: only a true code learns that it is late.
  if (!isSame(tokenOf(mac, code), shown.token)) return { ok: false, reason: 'code-wrong' };
  const time = accepts(code.step, now);
  return time === 'good' ? { ok: true, code } : { ok: false, reason: time };
}
