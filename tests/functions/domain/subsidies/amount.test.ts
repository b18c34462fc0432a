import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subsidyRules } from '../../../../functions/content/subsidy-rules.ts';
import { amountFor, roomOf } from '../../../../functions/domain/subsidies/amount.ts';
import { anyRule, ruleOf } from './builders.ts';

const anyLevel = fc.constantFrom('junior' as const, 'intermediate' as const, 'senior' as const);
const anyAsk = fc.record({ received: fc.nat(600_000), months: fc.integer({ min: 1, max: 12 }) });
const byId = (id: string) => subsidyRules().find((rule) => rule.id === id) ?? ruleOf();

describe('an amount', () => {
  it('is never below nothing, never past the cap, and what its last step says', () => {
    fc.assert(
      fc.property(anyRule, anyLevel, anyAsk, (rule, level, asked) => {
        const amount = amountFor(rule, level, asked);
        if (!amount.known) return;
        expect(amount.cents).toBeGreaterThanOrEqual(0);
        expect(amount.steps.at(-1)?.cents).toBe(amount.cents);
        if (typeof rule.cap === 'number')
          expect(amount.cents + asked.received).toBeLessThanOrEqual(Math.max(rule.cap, asked.received));
      }),
    );
  });

  it('falls when more was received, and never rises', () => {
    fc.assert(
      fc.property(anyRule, anyLevel, anyAsk, fc.nat(100_000), (rule, level, asked, more) => {
        const before = amountFor(rule, level, asked);
        const after = amountFor(rule, level, { ...asked, received: asked.received + more });
        if (before.known && after.known) expect(after.cents).toBeLessThanOrEqual(before.cents);
      }),
    );
  });

  it('of all levels, one after the other by difference, comes to that of the highest', () => {
    const rule = ruleOf({ difference: true });
    let received = 0;
    for (const level of ['junior', 'intermediate', 'senior'] as const) {
      const amount = amountFor(rule, level, { received });
      received += amount.known ? amount.cents : 0;
    }
    expect(received).toBe(300_000);
  });

  it('is not known where nothing is known of the level, nor where something was received and nobody knows what follows', () => {
    expect(amountFor(ruleOf({ amounts: {} }), 'junior', {})).toEqual({ known: false, why: 'level' });
    const unsure = ruleOf({ difference: 'unknown' });
    expect(amountFor(unsure, 'intermediate', { received: 1 })).toEqual({ known: false, why: 'received' });
    expect(amountFor(unsure, 'intermediate', {})).toMatchObject({ known: true, cents: 200_000 });
  });

  it('is worked out step by step, as in 威海: the difference, within 2,000 yuan all in all', () => {
    expect(amountFor(byId('weihai-award'), 'intermediate', { received: 100_000 })).toEqual({
      ...{ known: true, cents: 100_000 },
      steps: [
        { name: 'base', by: 200_000, cents: 200_000 },
        { name: 'less', by: 100_000, cents: 100_000 },
      ],
    });
    const capped = ruleOf({ cap: 200_000 });
    expect(amountFor(capped, 'senior', { received: 50_000 })).toMatchObject({
      cents: 150_000,
      steps: [{ name: 'base' }, { name: 'capped', by: 150_000 }],
    });
    expect(roomOf(capped, 250_000)).toBe(0);
  });

  it('of a month is taken as often as there are months, as in 和县', () => {
    expect(amountFor(byId('hexian-monthly'), 'intermediate', { months: 6 })).toMatchObject({
      known: true,
      cents: 120_000,
    });
  });
});
