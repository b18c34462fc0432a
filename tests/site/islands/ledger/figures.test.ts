// The figures of a registration period in words.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hours, monthly, noneText, shareOf, sizeText, standing } from '../../../../site/src/islands/ledger/figures.ts';
import { figures, said } from './read.ts';

it('writes hours without zeros at the end, and never drops one of the whole hours', () => {
  expect([0, 60, 90, 160, 600, 6000].map(hours)).toEqual(['0', '1', '1.5', '2.67', '10', '100']);
});

it('says what is missing, until when and how much a month', () => {
  expect(standing(figures(), '2026-11-23', said)).toBe('还需 18 小时，截止 2027年5月9日；每月约 3 小时');
});

it('tells a period that is over with something missing from one that is open, and one that is reached', () => {
  expect(standing(figures(), '2027-05-09', said)).toContain('还需');
  expect(standing(figures(), '2027-05-10', said)).toBe('这一期到 2027年5月9日 为止，差 18 小时没有完成。');
  const reached = figures({ missing: 0, forecast: { state: 'reached' } });
  expect(standing(reached, '2028-01-01', said)).toBe(said.w.reached);
});

it('closes the ring only when nothing is missing', () => {
  const minutes = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 6000 }), (total, target) => {
      const share = shareOf({ total, target, missing: Math.max(0, target - total) });
      expect(share >= 0 && share <= 100).toBe(true);
      expect(share === 100).toBe(total >= target);
    }),
  );
});

it('rounds what a month asks for up, so that it is enough', () => {
  expect([180, 181, 6, 1].map(monthly)).toEqual(['3', '3.1', '0.1', '0.1']);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6000 }), (minutes) => Number(monthly(minutes)) * 60 + 1e-6 >= minutes),
  );
});

it('says why there are no figures, with the day on which they begin', () => {
  expect(noneText({ reason: 'before', begins: '2027-01-01' }, said)).toContain('2027年1月1日');
  expect(noneText({ reason: 'not-registered' }, said)).toBe(said.w.none['not-registered']);
  expect(noneText({ reason: 'no-target' }, said)).toBe(said.w.none['no-target']);
});

it('writes sizes rounded up', () => {
  expect([1, 1024, 180_224, 1024 * 1024, 1_600_000].map(sizeText)).toEqual([
    '1 KB',
    '1 KB',
    '176 KB',
    '1 MB',
    '1.6 MB',
  ]);
});
