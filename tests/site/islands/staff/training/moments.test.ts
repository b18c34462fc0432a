import { expect, it } from 'vitest';
import { fieldInstant, fieldText, spanText } from '../../../../../site/src/islands/staff/training/moments.ts';
import { zh } from '../../../../../site/src/words/zh.ts';

it('reads and writes a field in the time of China', () => {
  expect(fieldInstant('2026-05-23T09:00')).toBe('2026-05-23T01:00:00.000Z');
  expect(fieldText('2026-05-22T16:30:00.000Z')).toBe('2026-05-23T00:30');
});

it('finds no instant in a field that is not filled in', () => {
  expect(fieldInstant('')).toBeUndefined();
  expect(fieldInstant('2026-02-31T25:00')).toBeUndefined();
});

it('names both days of a session that goes over midnight', () => {
  const day = { startsAt: '2026-05-23T01:00:00.000Z', endsAt: '2026-05-23T04:00:00.000Z' };
  const night = { startsAt: '2026-05-23T15:00:00.000Z', endsAt: '2026-05-23T17:00:00.000Z' };
  expect(spanText(day, zh)).toBe('2026年5月23日（周六） 09:00–12:00');
  expect(spanText(night, zh)).toBe('2026年5月23日（周六） 23:00 – 2026年5月24日（周日） 01:00');
});
