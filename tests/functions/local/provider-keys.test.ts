import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { providerKeys } from '../../../functions/local/provider-keys.ts';
import { scratchFolder } from './scratch.ts';

test('the keys are made once and are for their owner alone', () => {
  const folder = scratchFolder();
  const made = providerKeys(folder);
  expect(providerKeys(folder)).toEqual(made);
  expect(statSync(join(folder, 'identity.json')).mode & 0o777).toBe(0o600);
  expect(providerKeys(scratchFolder()).cookie).not.toBe(made.cookie);
});

test.each(['', '{}', '{"signing":{"kty":"RSA"},"cookie":"x"}'])(
  'a broken key file %j is named and left alone',
  (text) => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'identity.json'), text);
    expect(() => providerKeys(folder)).toThrow('identity.json');
    expect(readFileSync(join(folder, 'identity.json'), 'utf8')).toBe(text);
  },
);
