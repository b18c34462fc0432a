// A unit's people by their hours, and the file of them.
import { expect, it } from 'vitest';
import { hoursSheet } from '../../../../../site/src/islands/staff/hours/hours-sheet.ts';
import {
  fits,
  inOrder,
  isPressing,
  type Page,
  type Row,
  sumOf,
} from '../../../../../site/src/islands/staff/hours/rows.ts';
import { keeperWords } from '../../../../../site/src/islands/staff/hours/words.ts';
import { zh } from '../../../../../site/src/words/zh.ts';
import { figures } from '../../ledger/read.ts';

const said = { words: zh, w: keeperWords('zh') };

const row = (person: string, change: Partial<Row> = {}): Row => ({ person, name: person, waiting: 0, ...change });

function short(person: string, last: string, missing = 600): Row {
  const { counted: _, lines: __, source: ___, ...shown } = figures();
  const forecast = { state: 'open', missing, by: last, months: 6, perMonth: missing / 6 } as const;
  const ledger = { ...shown, period: { from: '2024-01-01', last, nth: 1 }, total: 4320 - missing, missing, forecast };
  return row(person, { ledger });
}

function reached(person: string): Row {
  const held = short(person, '2027-01-01', 0);
  return held.ledger === undefined ? held : { ...held, ledger: { ...held.ledger, forecast: { state: 'reached' } } };
}

it('puts who has least time first, of those who lacks more, and who has no registration last', () => {
  const rows = [
    row('none', { reason: 'not-registered' }),
    reached('done'),
    short('later', '2028-01-01'),
    short('soon', '2027-01-31'),
    short('soon-more', '2027-01-31', 1200),
  ];
  expect(inOrder(rows).map(({ person }) => person)).toEqual(['soon-more', 'soon', 'later', 'done', 'none']);
});

it('shows all, those who lack hours, or those with entries to decide', () => {
  const rows = [row('none'), short('short', '2027-01-01'), { ...reached('done'), waiting: 2 }];
  const shown = (filter: 'all' | 'short' | 'waiting') =>
    rows.filter((one) => fits(one, filter)).map((one) => one.person);
  expect([shown('all'), shown('short'), shown('waiting')]).toEqual([['none', 'short', 'done'], ['short'], ['done']]);
});

it('calls pressing who lacks hours and has half a year or less, or no time at all', () => {
  expect(isPressing(short('a', '2027-05-22'), '2026-11-23')).toBe(true);
  expect(isPressing(short('a', '2027-05-23'), '2026-11-23')).toBe(false);
  expect(isPressing(short('a', '2020-01-01'), '2026-11-23')).toBe(true);
  expect(isPressing(reached('a'), '2026-11-23')).toBe(false);
});

it('adds the sums of all pages up', () => {
  const page = (people: number): Page => ({
    ...{ day: '2026-11-23', people: [] },
    sum: { people, registered: people - 1, reached: 1, short: people - 2, unregistered: 1, waiting: 3 },
  });
  expect(sumOf([page(50), page(7)])).toEqual({
    ...{ people: 57, registered: 55, reached: 2, short: 53, unregistered: 2, waiting: 6 },
  });
});

it('writes hours as numbers, a column for each head, in every row', () => {
  const { rows, head } = hoursSheet(
    [short('=1+1', '2027-05-09', 1080), reached('done'), row('none', { reason: 'not-registered', waiting: 1 })],
    said,
  );
  expect(rows.map(({ length }) => length)).toEqual([head.length, head.length, head.length]);
  expect(rows[0]).toEqual(['=1+1', '助理社会工作师', '2024-01-01', '2027-05-09', 72, 54, 18, 3, 0, '']);
  expect(rows[1]?.slice(4)).toEqual([72, 72, 0, 0, 0, said.w.staff.reached]);
  expect(rows[2]?.slice(8)).toEqual([1, said.w.staff.reasons['not-registered']]);
});
