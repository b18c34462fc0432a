import { expect, it } from 'vitest';
import { ranked } from '../../../../functions/domain/figures/ranking.ts';

const row = (name: string, now: number | null, last = 0, of?: number) => ({
  unit: { id: name, name },
  now: now === null ? null : { n: now, ...(of === undefined ? {} : { of }) },
  last: { n: last },
});
const names = (rows: readonly { unit: { name: string } }[]) => rows.map(({ unit }) => unit.name).join('');

it('rows are in order by value, change or name; what is not known comes last, whichever way', () => {
  const rows = [row('c', 5, 1), row('a', null), row('b', 9, 9), row('d', 5, 10)];
  expect(names(ranked(rows, { by: 'value', descending: false }))).toBe('cdba');
  expect(names(ranked(rows, { by: 'value', descending: true }))).toBe('bcda');
  expect(names(ranked(rows, { by: 'change', descending: false }))).toBe('dbca');
  expect(names(ranked(rows, { by: 'change', descending: true }))).toBe('cbda');
  expect(names(ranked(rows, { by: 'name', descending: true }))).toBe('dcba');
});

it('shares are compared as shares, and a share of nothing is not known', () => {
  const rows = [row('a', 0, 0, 0), row('b', 1, 0, 2), row('c', 2, 0, 8)];
  expect(names(ranked(rows, { by: 'value', descending: true }))).toBe('bca');
});
