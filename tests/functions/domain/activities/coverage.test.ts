import { describe, expect, it } from 'vitest';
import { sayCoverage, standingIn } from '../../../../functions/domain/activities/coverage.ts';

describe('coverage', () => {
  const of = (households: number) => ({ households, people: 0, visits: 0, volunteers: 0 });
  const said = (households: number, why?: string) => ({
    ...{ coverage: of(households), at: '2026-03-01T04:00:00.000Z', by: 'p' },
    ...(why === undefined ? {} : { why }),
  });
  const empty = { unit: 'u', version: 0, at: '', months: {} };
  const after = (...all: [string, number][]) =>
    all.reduce((book, [month, households]) => {
      const next = sayCoverage(book, { month, said: said(households, '更正'), current: '2026-12' });
      if (!next.ok) throw new Error(next.reason);
      return next.book;
    }, empty);

  it('stands until something else is said', () => {
    const { months } = after(['2026-02', 205], ['2026-05', 210]);
    expect(standingIn({ months }, '2026-01')).toBeUndefined();
    expect(standingIn({ months }, '2026-04')).toEqual(of(205));
    expect(standingIn({ months }, '2027-01')).toEqual(of(210));
  });

  it('is not said of a month to come, nor twice the same, nor anew without a reason', () => {
    const book = after(['2026-02', 205]);
    const again = (households: number, month = '2026-02') =>
      sayCoverage(book, { month, said: said(households), current: '2026-03' });
    expect(again(1, '2026-04')).toMatchObject({ reason: 'work-future' });
    expect(again(205)).toMatchObject({ reason: 'work-same' });
    expect(again(206)).toMatchObject({ reason: 'no-reason' });
    expect(again(206, '2026-03')).toMatchObject({ ok: true });
  });
});
