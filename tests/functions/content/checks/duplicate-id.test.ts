import { expect, test } from 'vitest';
import { duplicateId } from '../../../../functions/content/checks/duplicate-id.ts';
import { bankOf, file, multiple, single } from '../builders.ts';

test('ids that differ pass', () => {
  expect(duplicateId(bankOf(single(), multiple()))).toEqual([]);
});

test('an id used twice is an error that says where it stands already', () => {
  const other = file([single()], { path: 'junior-comprehensive/05.json' });
  const findings = duplicateId({ files: [file([single()]), other] });
  expect(findings).toMatchObject([{ level: 'error', file: 'junior-comprehensive/05.json', item: 'jc04-001' }]);
  expect(findings[0]?.message).toContain('junior-comprehensive/04.json');
});
