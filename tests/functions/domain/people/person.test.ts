import { expect, it } from 'vitest';
import { maskName } from '../../../../functions/domain/people/person.ts';

it.each([
  ['王', '王'],
  ['王某', '王*'],
  ['王某某', '王**'],
  ['欧阳某某', '欧**'],
  [' 阿某某·某某 ', '阿**'],
  ['𠅤某', '𠅤*'],
  ['', ''],
])('masks the name %j as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
