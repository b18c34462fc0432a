import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accepts,
  CODE_KINDS,
  checkCode,
  digitsOf,
  GRACE_MS,
  goodSteps,
  isSame,
  STEP_MS,
  spanOf,
  stepAt,
  tokenOf,
} from '../../../../functions/domain/door/codes.ts';
import { instantOf } from '../../../../functions/domain/time.ts';
import { ENDS, macOf, STARTS } from './builders.ts';

const mac = macOf('secret of the session');
const steps = fc.integer({ min: stepAt(STARTS), max: stepAt(ENDS) });
const kinds = fc.constantFrom(...CODE_KINDS);
/** Milliseconds from the beginning of a step. */
const offsets = fc.integer({ min: -600_000, max: 86_400_000 });

describe('a code', () => {
  it('is six digits by the truncation of RFC 4226, appendix D', () => {
    // Its HMAC-SHA-1 of count 0, made as long as one of SHA-256 by nothing but its own last byte.
    const hex = 'cc93cf18508d94934c64b65d8ba7667fb7cde4b0';
    expect(digitsOf(() => hex, { kind: 'in', step: 0 })).toBe('755224');
  });

  it('is six digits and 128 bits, whatever the step', () => {
    fc.assert(
      fc.property(kinds, steps, (kind, step) => {
        expect(digitsOf(mac, { kind, step })).toMatch(/^\d{6}$/);
        expect(tokenOf(mac, { kind, step })).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });

  it('is good from the beginning of its step until half a minute after its end, to the millisecond', () => {
    const step = stepAt(STARTS);
    const begin = step * STEP_MS;
    expect(accepts(step, instantOf(begin - 1))).toBe('code-not-yet');
    expect(accepts(step, instantOf(begin))).toBe('good');
    expect(accepts(step, instantOf(begin + STEP_MS + GRACE_MS))).toBe('good');
    expect(accepts(step, instantOf(begin + STEP_MS + GRACE_MS + 1))).toBe('code-expired');
    expect(spanOf(step)).toEqual({ from: instantOf(begin), until: instantOf(begin + STEP_MS + GRACE_MS) });
  });

  it('is good at an instant if and only if its step is among the good ones', () => {
    fc.assert(
      fc.property(steps, offsets, (step, offset) => {
        const now = instantOf(step * STEP_MS + offset);
        expect(goodSteps(now).includes(step)).toBe(accepts(step, now) === 'good');
      }),
    );
  });

  it('opens its own session with its own kind while it is good, scanned or typed', () => {
    fc.assert(
      fc.property(kinds, steps, fc.integer({ min: 0, max: STEP_MS + GRACE_MS }), (kind, step, late) => {
        const now = instantOf(step * STEP_MS + late);
        const door = { session: 's-1', mac, now };
        const scanned = checkCode({ session: 's-1', kind, step, token: tokenOf(mac, { kind, step }) }, door);
        expect(scanned).toEqual({ ok: true, code: { kind, step } });
        expect(checkCode({ kind, digits: digitsOf(mac, { kind, step }) }, door).ok).toBe(true);
      }),
    );
  });
});

it('finds two texts the same only when they are', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 });
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(isSame(a, b)).toBe(a === b);
    }),
  );
});
