import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadWait } from '../../../functions/store/waits.ts';

it('is never longer than what is allowed, nor shorter than nothing, whatever is written', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.string({ unit: 'grapheme' }), (most, text) => {
      const wait = spreadWait(most, text);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(most);
    }),
  );
});

it('spreads a crowd: of a hundred writers fewer than a quarter are given the same tenth of the time', () => {
  const tenths = Array.from({ length: 100 }, (_, i) => Math.floor(spreadWait(999, `PERSON#person-${i}`) / 100));
  const sizes = [...Map.groupBy(tenths, (tenth) => tenth).values()].map((own) => own.length);
  const most = Math.max(...sizes);
  expect(most).toBeLessThan(25);
});
