import { expect, it } from 'vitest';
import {
  type BoardRow,
  countsOf,
  onceEach,
  quietMs,
  shownRows,
} from '../../../../../../site/src/islands/staff/papers/board/rows.ts';

const NOW = '2026-11-24T02:30:00.000Z';
const row = (person: string, more: Partial<BoardRow> = {}): BoardRow => ({
  ...{ person, name: person, factor: 100, state: 'open', voided: 0 },
  ...{ startedAt: '2026-11-24T02:00:00.000Z', lastSavedAt: '2026-11-24T02:29:00.000Z' },
  ...more,
});
const rows = [
  row('a', { unitName: '码头镇' }),
  row('b', { lastSavedAt: '2026-11-24T02:20:00.000Z' }),
  row('c', { state: 'submitted' }),
  row('d', { state: 'absent' }),
  row('e', { deviceChanges: 1 }),
];
const shown = (filter: Parameters<typeof shownRows>[1]['filter'], text = '') =>
  shownRows(rows, { filter, text, now: NOW }).map(({ person }) => person);

it('counts everybody once, however many places they have', () => {
  expect(countsOf(onceEach([...rows, row('a')]))).toEqual({ all: 5, started: 4, open: 3, ended: 1 });
});

it('shows those who are asked for in the order of the board', () => {
  expect(shown('all')).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(shown('open')).toEqual(['a', 'b', 'e']);
  expect(shown('ended')).toEqual(['c']);
  expect(shown('absent')).toEqual(['d']);
  expect(shown('look')).toEqual(['b', 'e']);
});

it('finds people by their name or their unit', () => {
  expect(shown('all', ' 码头 ')).toEqual(['a']);
});

it('holds somebody quiet from ten minutes without saving on, by their start when nothing was saved', () => {
  const { lastSavedAt: _, ...unsaved } = row('f');
  expect(quietMs(unsaved, NOW)).toBe(1_800_000);
  expect(quietMs(row('a'), NOW)).toBeUndefined();
  expect(quietMs(row('c', { state: 'submitted', lastSavedAt: '2026-11-24T02:00:00.000Z' }), NOW)).toBeUndefined();
});
