import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDeps, makeStaffDeps, makeVault } from '../../functions/deps.ts';

const KEY = Buffer.alloc(32, 3).toString('base64');
const vault = makeVault(KEY);
const text = fc.string({ unit: 'grapheme' });

describe('the vault', () => {
  it('opens what it sealed, about the same thing and nothing else', () => {
    fc.assert(
      fc.property(text, text, text, (secret, about, other) => {
        const sealed = vault.seal(secret, about);
        expect(vault.open(sealed, about)).toBe(secret);
        if (other !== about) expect(vault.open(sealed, other)).toBeUndefined();
      }),
    );
  });

  it('opens nothing that was altered, cut, or never sealed', () => {
    const sealed = Buffer.from(vault.seal('110101199001011237', 'a'), 'base64url');
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] as number) ^ 1;
      expect(vault.open(altered.toString('base64url'), 'a')).toBeUndefined();
      expect(vault.open(sealed.subarray(0, at).toString('base64url'), 'a')).toBeUndefined();
    }
    for (const never of ['', 'x', '%', 'A'.repeat(100)]) expect(vault.open(never, 'a')).toBeUndefined();
  });

  it('never seals alike twice, and hashes alike always', () => {
    expect(vault.seal('a', 'b')).not.toBe(vault.seal('a', 'b'));
    expect(vault.keyedHash('a')).toBe(vault.keyedHash('a'));
    expect(vault.keyedHash('a')).not.toBe(vault.keyedHash('b'));
  });

  it('is of no use with another key', () => {
    const other = makeVault(Buffer.alloc(32, 4).toString('base64'));
    expect(other.open(vault.seal('a', 'b'), 'b')).toBeUndefined();
    expect(other.keyedHash('a')).not.toBe(vault.keyedHash('a'));
  });

  it.each(['', 'short', 'x'.repeat(42)])('is not made from the key %j', (key) => {
    expect(() => makeVault(key)).toThrow('SEAL_KEY must have at least 43 characters');
  });
});

describe('deps', () => {
  const env = { TABLE_NAME: 'table', ORIGIN: 'https://zhuren.example', AWS_REGION: 'us-east-1' };

  it('of staff need the key, others do not', () => {
    expect(makeDeps(env)).not.toHaveProperty('vault');
    expect(() => makeStaffDeps(env)).toThrow('the environment lacks SEAL_KEY');
    expect(makeStaffDeps({ ...env, SEAL_KEY: KEY }).vault.keyedHash('a')).toBe(vault.keyedHash('a'));
  });
});
