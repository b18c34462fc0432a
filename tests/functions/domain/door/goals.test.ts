// The door's two goals: what is expired, foreign, forged or used never opens it (A1), and an honest phone on a bad network is let in (A2).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CODE_KINDS,
  checkCode,
  digitsOf,
  GRACE_MS,
  goodSteps,
  STEP_MS,
  stepAt,
  tokenOf,
} from '../../../../functions/domain/door/codes.ts';
import { decideMark } from '../../../../functions/domain/door/decide.ts';
import { instantOf, msOf } from '../../../../functions/domain/time.ts';
import { ENDS, macOf, morning, STARTS } from './builders.ts';

const RUNS = 2_000;
const mac = macOf('secret of the session');
const other = macOf('secret of another session');
const door = (now: string) => ({ session: 's-1', mac, now });
const steps = fc.integer({ min: stepAt(STARTS), max: stepAt(ENDS) });
const kinds = fc.constantFrom(...CODE_KINDS);
const times = fc.integer({ min: 0, max: STEP_MS + GRACE_MS });

describe('A1: 10,000 codes that open nothing', () => {
  it('refuses the expired, from the first millisecond to a day later', () => {
    const late = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 86_400_000 }));
    fc.assert(
      fc.property(kinds, steps, late, (kind, step, ms) => {
        const now = instantOf((step + 1) * STEP_MS + GRACE_MS + ms);
        const shown = { session: 's-1', kind, step, token: tokenOf(mac, { kind, step }) };
        expect(checkCode(shown, door(now))).toEqual({ ok: false, reason: 'code-expired' });
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses those whose time is yet to come', () => {
    fc.assert(
      fc.property(kinds, steps, fc.integer({ min: 1, max: 86_400_000 }), (kind, step, ms) => {
        const shown = { session: 's-1', kind, step, token: tokenOf(mac, { kind, step }) };
        expect(checkCode(shown, door(instantOf(step * STEP_MS - ms)))).toEqual({ ok: false, reason: 'code-not-yet' });
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses the foreign: another session’s code under its own name or under this one’s', () => {
    fc.assert(
      fc.property(kinds, steps, times, fc.boolean(), (kind, step, ms, honest) => {
        const now = instantOf(step * STEP_MS + ms);
        const shown = { session: honest ? 's-2' : 's-1', kind, step, token: tokenOf(other, { kind, step }) };
        const reason = honest ? 'other-session' : 'code-wrong';
        expect(checkCode(shown, door(now))).toEqual({ ok: false, reason });
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses the altered: a code of one kind or step shown as another’s, and digits that are not good now', () => {
    fc.assert(
      fc.property(kinds, kinds, steps, fc.integer({ min: -3, max: 3 }), (kind, as, step, shift) => {
        fc.pre(kind !== as || shift !== 0);
        const now = instantOf((step + shift) * STEP_MS);
        const token = tokenOf(mac, { kind, step });
        const shown = { session: 's-1', kind: as, step: step + shift, token };
        expect(checkCode(shown, door(now))).toEqual({ ok: false, reason: 'code-wrong' });
        const good = goodSteps(now).map((one) => digitsOf(mac, { kind, step: one }));
        const stale = digitsOf(mac, { kind, step: step - 10 });
        if (!good.includes(stale)) expect(checkCode({ kind, digits: stale }, door(now)).ok).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses the used: whoever shows a code again gets the first mark, and none when it was taken back', () => {
    fc.assert(
      fc.property(fc.constantFrom('in' as const, 'out' as const), times, times, (kind, first, again) => {
        const step = stepAt(STARTS) + 60;
        const [at, later] = [first, again].map((ms) => instantOf(step * STEP_MS + ms)) as [string, string];
        const held = [{ n: 1, kind, at, step }];
        expect(decideMark(morning(), held, { kind, at: later, step })).toEqual({ ok: true, same: 1 });
        const taken = decideMark(morning(), [], { kind, at: later, step, voided: [step] });
        expect(taken).toEqual({ ok: false, reason: 'code-used' });
      }),
      { numRuns: RUNS },
    );
  });
});

describe('A2: an honest phone on a bad network', () => {
  /** A phone scans what the screen shows, which is up to one step old; the request takes half a round trip to arrive, or is lost and sent again. */
  const phone = fc.record({
    step: steps,
    scannedMs: fc.integer({ min: 0, max: STEP_MS - 1 }),
    screenLateMs: fc.integer({ min: 0, max: 4_000 }),
    thereMs: fc.integer({ min: 100, max: 8_000 }),
    isLost: fc.boolean(),
    timeoutMs: fc.integer({ min: 8_000, max: 12_000 }),
  });

  it('is marked in at least 99 of 100 runs with round trips of 8 s and one retry', () => {
    const runs = fc.sample(phone, { numRuns: 5_000, seed: 20260523 });
    const marked = runs.filter(({ step, scannedMs, screenLateMs, thereMs, isLost, timeoutMs }) => {
      const scanned = step * STEP_MS + screenLateMs + scannedMs;
      const arrived = instantOf(scanned + (isLost ? timeoutMs : 0) + thereMs);
      const shown = { session: 's-1', kind: 'in' as const, step, token: tokenOf(mac, { kind: 'in', step }) };
      return checkCode(shown, door(arrived)).ok;
    });
    expect(marked.length / runs.length).toBeGreaterThanOrEqual(0.99);
  });

  it('would not be with windows as others have them: 15 s and 2 s of grace', () => {
    const runs = fc.sample(phone, { numRuns: 5_000, seed: 20260523 });
    const marked = runs.filter(({ scannedMs, screenLateMs, thereMs, isLost, timeoutMs }) => {
      return screenLateMs + scannedMs + (isLost ? timeoutMs : 0) + thereMs <= 17_000;
    });
    expect(marked.length / runs.length).toBeLessThan(0.99);
  });

  it('is marked once when its first request arrived after all', () => {
    const step = stepAt(STARTS);
    const held = [{ n: 1, kind: 'in' as const, at: instantOf(msOf(STARTS) + 4_000), step }];
    const retry = { kind: 'in' as const, at: instantOf(msOf(STARTS) + 14_000), step };
    expect(decideMark(morning(), held, retry)).toEqual({ ok: true, same: 1 });
  });
});
