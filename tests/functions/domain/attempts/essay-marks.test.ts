import { expect, it } from 'vitest';
import { withMarks } from '../../../../functions/domain/attempts/essay-marks.ts';

it('marks grow point by point, and those that were given last hold', () => {
  const held = { '1': { '1': { a: 4, b: 2 }, '2': { a: 1 } }, '2': { '1': { a: 3 } } };
  const more = { '1': { '1': { b: 5, c: 0 } }, '3': { '1': { a: 2 } } };
  expect(withMarks(held, more)).toEqual({
    ...{ '1': { '1': { a: 4, b: 5, c: 0 }, '2': { a: 1 } }, '2': { '1': { a: 3 } } },
    '3': { '1': { a: 2 } },
  });
  expect(withMarks({}, held)).toEqual(held);
  expect(withMarks(held, {})).toEqual(held);
});
