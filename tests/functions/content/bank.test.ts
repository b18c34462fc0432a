import { expect, test } from 'vitest';
import { bankFolder, loadBank } from '../../../functions/content/load.ts';
import { loadRefs } from '../../../functions/content/refs.ts';
import { findingsText } from '../../../functions/content/report.ts';

const { bank, findings } = loadBank(bankFolder, loadRefs());

test('the bank that ships has no errors', () => {
  expect(findingsText(findings.filter((f) => f.level === 'error'))).toBe('');
});

test.each(['junior-comprehensive', 'law-and-policy'])(
  'the bank that ships holds at least 80 items of %s',
  (subject) => {
    const count = bank.files.filter((f) => f.subject === subject).reduce((sum, f) => sum + f.items.length, 0);
    expect(count).toBeGreaterThanOrEqual(80);
  },
);
