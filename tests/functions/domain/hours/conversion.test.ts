import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursText, hundredthsOf, MINUTES_PER_PERIOD } from '../../../../functions/domain/hours/conversion.ts';

describe('minutes as hours', () => {
  it.each([
    [180, 60, '3.00'],
    [160, 60, '2.67'],
    [150, 60, '2.50'],
    [0, 60, '0.00'],
    [1, 60, '0.02'],
    [4320, 60, '72.00'],
    [180, MINUTES_PER_PERIOD, '4.00'],
    [160, MINUTES_PER_PERIOD, '3.56'],
    [45, 50, '0.90'],
  ])('%i by %i minutes read %s', (minutes, perHour, text) => {
    expect(hoursText(minutes, perHour)).toBe(text);
  });

  it('are rounded half up: 1 of 8 minutes is 0.125 and reads 0.13', () => {
    expect(hoursText(1, 8)).toBe('0.13');
  });

  it('are never further off than half a hundredth, and never go down as minutes go up', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 120 }), (minutes, perHour) => {
        const error = hundredthsOf(minutes, perHour) * perHour - minutes * 100;
        expect(error * 2).toBeGreaterThan(-perHour);
        expect(error * 2).toBeLessThanOrEqual(perHour);
        expect(hundredthsOf(minutes + 1, perHour)).toBeGreaterThanOrEqual(hundredthsOf(minutes, perHour));
      }),
    );
  });
});
