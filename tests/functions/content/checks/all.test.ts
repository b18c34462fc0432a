import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks, runChecks } from '../../../../functions/content/checks/all.ts';
import { bankOf, refs, single } from '../builders.ts';

const folder = join(import.meta.dirname, '../../../../functions/content/checks');

test('every check is listed under the name of its file, and has a test', () => {
  const files = readdirSync(folder).map((name) => name.replace('.ts', ''));
  const tested = readdirSync(import.meta.dirname).map((name) => name.replace('.test.ts', ''));
  expect(Object.keys(checks).sort()).toEqual(files.filter((name) => name !== 'all').sort());
  expect(tested.sort()).toEqual(files.sort());
});

test('running all of them gathers every finding, each under its check’s name', () => {
  const findings = runChecks(bankOf(single({ key: ['E'], explanation: '' })), refs());
  expect(findings.map((f) => f.check)).toEqual(expect.arrayContaining(['key', 'explanation', 'coverage']));
  expect(findings.filter((f) => !(f.check in checks))).toEqual([]);
});
