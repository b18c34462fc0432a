// The machine's own key for personal data.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sealKey } from '../../../functions/local/seal-key.ts';
import { StartError } from '../../../functions/local/start-error.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'zhuren-local-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

test('the key is made once, stays the same, and is its owner’s alone', () => {
  const place = folder();
  const key = sealKey(place);
  expect(sealKey(place)).toBe(key);
  expect(statSync(join(place, 'seal-key')).mode & 0o777).toBe(0o600);
  expect(sealKey(folder())).not.toBe(key);
});

test('a damaged key is said to be so, and is not replaced', () => {
  const place = folder();
  writeFileSync(join(place, 'seal-key'), 'short\n');
  expect(() => sealKey(place)).toThrow(StartError);
  expect(() => sealKey(place)).toThrow(StartError);
});
