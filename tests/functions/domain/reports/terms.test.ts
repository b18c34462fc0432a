// Months of reports, their ids, and when they are due.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type DueRule,
  dueOn,
  EXPECTED,
  firstDayOf,
  fits,
  isSettled,
  lastDayOf,
  latestCutOff,
  type Months,
  reportId,
  type TEMPLATES,
  withRule,
} from '../../../../functions/domain/reports/terms.ts';

const months = (year: number, from: number, to: number): Months => ({ year, from, to });

it('fits a month to the monthly report, three that begin a quarter to the quarterly one, all to the yearly one', () => {
  const all = Array.from({ length: 12 }, (_, i) => i + 1);
  const fitting = (template: (typeof TEMPLATES)[number]) =>
    all.flatMap((from) => all.filter((to) => fits(template, months(2026, from, to))).map((to) => [from, to]));
  expect(fitting('month')).toEqual(all.map((month) => [month, month]));
  expect(fitting('quarter')).toEqual([
    [1, 3],
    [4, 6],
    [7, 9],
    [10, 12],
  ]);
  expect(fitting('year')).toEqual([[1, 12]]);
  expect(fitting('own')).toHaveLength(78);
  expect(fits('own', months(2026, 0, 3)) || fits('own', months(2026, 3, 13))).toBe(false);
});

it('knows the first and the last day of months, of a leap year too', () => {
  expect([firstDayOf(months(2028, 2, 2)), lastDayOf(months(2028, 2, 2))]).toEqual(['2028-02-01', '2028-02-29']);
  expect(lastDayOf(months(2026, 10, 12))).toBe('2026-12-31');
});

it('names a report by its months, template and edition, each by another name', () => {
  expect(reportId('month', months(2026, 5, 5), 1)).toBe('2026-05.month.1');
  expect(reportId('quarter', months(2026, 4, 6), 2)).toBe('2026-04-06.quarter.2');
  expect(reportId('year', months(2026, 1, 12), 1)).toBe('2026.year.1');
  expect(reportId('own', months(2026, 1, 12), 1)).toBe('2026-01-12.own.1');
});

it('expects a report some days after its months, by the rule that holds on their last day', () => {
  const rules: DueRule[] = [
    { template: 'month', from: '2026-03-01', days: 8 },
    { template: 'month', from: '2026-06-15', days: 3 },
  ];
  expect(dueOn(rules, 'month', months(2026, 2, 2))).toBe('2026-03-05');
  expect(dueOn(rules, 'month', months(2026, 5, 5))).toBe('2026-06-08');
  expect(dueOn(rules, 'month', months(2026, 6, 6))).toBe('2026-07-03');
  expect(dueOn(rules, 'quarter', months(2026, 4, 6))).toBe('2026-07-10');
});

it('keeps one rule a template and day, whatever order they are said in', () => {
  const rule = fc.record({
    template: fc.constantFrom(...EXPECTED),
    from: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
    days: fc.nat(30),
  });
  fc.assert(
    fc.property(fc.uniqueArray(rule, { selector: ({ template, from }) => template + from }), (rules) => {
      const there = rules.reduce<DueRule[]>(withRule, []);
      const back = rules.toReversed().reduce<DueRule[]>(withRule, []);
      expect(there).toEqual(back);
      expect(there).toHaveLength(rules.length);
    }),
  );
  expect(
    withRule([{ template: 'month', from: '2026-01-01', days: 5 }], { template: 'month', from: '2026-01-01', days: 9 }),
  ).toEqual([{ template: 'month', from: '2026-01-01', days: 9 }]);
});

it('takes facts as of ten minutes back, to the minute, and of months that are over', () => {
  expect(latestCutOff('2026-03-01T04:00:59.999Z')).toBe('2026-03-01T03:50:00.000Z');
  const report = { template: 'month', months: months(2026, 2, 2) } as const;
  expect(isSettled(report, '2026-02-28T15:59:00.000Z')).toBe(false);
  expect(isSettled(report, '2026-02-28T16:00:00.000Z')).toBe(true);
  expect(isSettled({ ...report, template: 'own' }, '2026-02-10T00:00:00.000Z')).toBe(true);
});
