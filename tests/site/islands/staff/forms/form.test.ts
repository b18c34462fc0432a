// What forms share: what must not be empty, and what is sent for nothing.
import { expect, it } from 'vitest';
import { given, missing } from '../../../../../site/src/islands/staff/forms/form.ts';

it('names the fields that are empty, and blanks are empty', () => {
  expect(missing({ name: ' ', why: '文件', day: '' }, ['name', 'why', 'day'], '请填写')).toEqual({
    name: '请填写',
    day: '请填写',
  });
});

it('sends nothing for nothing, and texts without blanks around them', () => {
  expect({ ...given('phone', '  '), ...given('address', ' 路 1 号 ') }).toEqual({ address: '路 1 号' });
});
