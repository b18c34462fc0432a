// Whom the list of people shows, and which columns.
import { describe, expect, it } from 'vitest';
import type { Worker } from '../../../../../site/src/islands/staff/people/everybody.ts';
import {
  COLUMNS,
  columnsFrom,
  columnsText,
  type Filter,
  filterFrom,
  isAll,
  shown,
} from '../../../../../site/src/islands/staff/people/filter.ts';

const worker = (person: string, more: Partial<Worker>): Worker => ({
  ...{ person, name: person, post: 'social-worker', established: false, from: '2024-01-01' },
  ...more,
});
const workers = [
  worker('社工001', {}),
  worker('社工002', { established: true }),
  worker('网格员001', { post: 'grid-worker' }),
];
const names = (filter: Partial<Filter>) =>
  shown(workers, { name: '', post: 'any', established: 'any', ...filter }).map(({ name }) => name);

describe('the filter', () => {
  it.each<[Partial<Filter>, string[]]>([
    [{}, ['社工001', '社工002', '网格员001']],
    [{ name: ' 001 ' }, ['社工001', '网格员001']],
    [{ post: 'grid-worker' }, ['网格员001']],
    [{ established: 'yes' }, ['社工002']],
    [{ established: 'no', post: 'social-worker' }, ['社工001']],
  ])('%o', (filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });

  it('takes from an address only what it knows', () => {
    const more = { post: 'king', established: 'yes' };
    expect(filterFrom({ more }, '社')).toEqual({ name: '社', post: 'any', established: 'yes' });
  });
});

describe('the columns', () => {
  it('are all but the last day while the address names none', () => {
    expect(columnsFrom({ more: {} })).toEqual(['phone', 'post', 'established', 'from']);
  });

  it('hold the last day, too, where those who have left are shown', () => {
    expect(isAll({ more: { all: 'yes' } })).toBe(true);
    expect(isAll({ more: { all: 'maybe' } })).toBe(false);
    expect(columnsFrom({ more: { all: 'yes' } })).toEqual(COLUMNS);
  });

  it('come back from the address in the table’s order, whatever was chosen', () => {
    for (let mask = 0; mask < 2 ** COLUMNS.length; mask += 1) {
      const columns = COLUMNS.filter((_, i) => (mask >> i) % 2 === 1);
      expect(columnsFrom({ more: { columns: columnsText(columns.toReversed()) } })).toEqual(columns);
    }
  });
});
