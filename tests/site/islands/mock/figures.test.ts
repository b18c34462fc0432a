// Figures of mock papers: percents, the pass line on a paper of another size, durations.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  durationText,
  medianOf,
  momentIn,
  scaledMark,
  shareOf,
  spentText,
  tookMs,
} from '../../../../site/src/islands/mock/figures.ts';
import { zh } from '../../../../site/src/words/zh.ts';
import { mockZh as t } from '../../../../site/src/words/zh-mock.ts';

const MINUTE = 60_000;

describe('marks', () => {
  it('are compared in percent, to one decimal; a paper without marks has none', () => {
    expect(shareOf({ earned: 135, possible: 200 })).toBe(67.5);
    expect(shareOf({ earned: 20, possible: 60 })).toBe(33.3);
    expect(shareOf({ earned: 0, possible: 0 })).toBe(0);
  });

  it('pass a paper of any size exactly when their share reaches the line', () => {
    const marks = fc.record({ mark: fc.integer({ min: 0, max: 200 }), possible: fc.integer({ min: 1, max: 400 }) });
    fc.assert(
      fc.property(marks, fc.nat(400), ({ mark, possible }, earned) => {
        expect(earned >= scaledMark(mark, possible)).toBe(earned * 200 >= mark * possible);
      }),
    );
  });
});

describe('times', () => {
  it('are told in hours and minutes, from two days on in days, and never below nothing', () => {
    expect(durationText(95 * MINUTE, t)).toBe('1 小时 35 分');
    expect(durationText(59_999, t)).toBe('不到 1 分钟');
    expect(durationText(-5, t)).toBe('不到 1 分钟');
    expect(durationText(2 * 1440 * MINUTE, t)).toBe('2 天');
    expect(spentText(125, t)).toBe('2 分 5 秒');
    expect(spentText(40, t)).toBe('40 秒');
  });

  it('name the year where it is not this one', () => {
    expect(momentIn('2026-05-23T01:00:00.000Z', '2026-11-24T00:00:00.000Z', zh)).toBe('5月23日 09:00');
    expect(momentIn('2025-05-23T01:00:00.000Z', '2026-11-24T00:00:00.000Z', zh)).toBe('2025年5月23日 09:00');
  });

  it('of an attempt end with it', () => {
    expect(tookMs({ startedAt: '2026-11-24T00:00:00.000Z' })).toBeUndefined();
    expect(tookMs({ startedAt: '2026-11-24T00:00:00.000Z', endedAt: '2026-11-24T00:10:00.000Z' })).toBe(10 * MINUTE);
  });

  it('have a middle: the mean of the two middle ones of an even number', () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([9, 1, 5, 6])).toBe(6);
    expect(medianOf([])).toBe(0);
  });
});
