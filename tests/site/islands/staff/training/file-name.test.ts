import { expect, it } from 'vitest';
import { fileName } from '../../../../../site/src/islands/staff/training/file-name.ts';

it('is one that every system takes', () => {
  expect(fileName('名册 a/b:c"d')).toBe('名册 a b c d');
  expect(fileName(` ${'长'.repeat(100)}`)).toHaveLength(80);
});
