import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeDeps, makeMockBank, makeStaffDeps, makeVault } from '../../functions/deps.ts';
import { BLUEPRINTS, mockSubject, PASS_LINES } from '../support/mock-bank.ts';

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

describe('the mock bank', () => {
  const subject = mockSubject({ single: 2, multiple: 1 });
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'mock-'));
    onTestFinished(() => rmSync(path, { recursive: true }));
    return path;
  };
  const fill = (path: string) => {
    const { id, level, name, form } = subject;
    const index = {
      format: 1,
      subjects: [{ id, level, name, form, counts: { single: 2, multiple: 1 } }],
      blueprints: BLUEPRINTS,
      passLines: PASS_LINES,
    };
    writeFileSync(join(path, 'index.json'), JSON.stringify(index));
    writeFileSync(join(path, `${id}.json`), JSON.stringify(subject));
  };
  const bankIn = (path: string) => makeMockBank(pathToFileURL(`${path}/`));

  it('is what stands in the folder', async () => {
    const path = folder();
    fill(path);
    const bank = bankIn(path);
    expect(await bank.subjects()).toMatchObject([{ id: 'junior-comprehensive', counts: { single: 2, multiple: 1 } }]);
    expect(await bank.subject('junior-comprehensive')).toEqual(subject);
    expect(await bank.blueprints()).toEqual(BLUEPRINTS);
    expect(await bank.passLines()).toEqual(PASS_LINES);
  });

  it('has no subject that the index does not name, whatever lies in the folder', async () => {
    const path = folder();
    fill(path);
    writeFileSync(join(path, 'other.json'), '{}');
    for (const id of ['other', 'index', '../index', '']) expect(await bankIn(path).subject(id)).toBeUndefined();
  });

  it('is read once, and tried again after a fault', async () => {
    const path = folder();
    const bank = bankIn(path);
    await expect(bank.subjects()).rejects.toThrow(/index\.json/);
    fill(path);
    expect(await bank.subjects()).toHaveLength(1);
    rmSync(join(path, 'index.json'));
    expect(await bank.subjects()).toHaveLength(1);
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
