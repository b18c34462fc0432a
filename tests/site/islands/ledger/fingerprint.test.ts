// What a file is known again by.
import { expect, it } from 'vitest';
import { ledgerShapes } from '../../../../functions/contract/ledger/shapes.ts';
import { fingerprint, plainName, withEvidence } from '../../../../site/src/islands/ledger/fingerprint.ts';

const { subtle } = crypto;

it('is the SHA-256 of the bytes, the name and the size', async () => {
  expect(await fingerprint(new File(['abc'], '证明.pdf'), subtle)).toEqual({
    ok: true,
    // FIPS 180-4's own example.
    evidence: {
      name: '证明.pdf',
      bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    },
  });
});

it('tells a file that is empty, too big for a phone or unreadable', async () => {
  expect(await fingerprint(new File([], 'a'), subtle)).toEqual({ ok: false, fault: 'empty' });
  const read = () => Promise.reject(new Error('gone'));
  const big = { name: 'a', size: 200 * 1024 * 1024 + 1, arrayBuffer: read };
  expect(await fingerprint(big, subtle)).toEqual({ ok: false, fault: 'big' });
  expect(await fingerprint({ ...big, size: 1 }, subtle)).toEqual({ ok: false, fault: 'unreadable' });
});

it('makes of every name one that the server takes, with its ending', () => {
  for (const name of ['a\u202Efdp.exe', '\n', `${'长'.repeat(200)}.pdf`, '正常.pdf']) {
    const evidence = [{ name: plainName(name), bytes: 1, sha256: 'a'.repeat(64) }];
    const body = { kind: 'degree', request: 'r'.repeat(16), title: 'a', organiser: 'b', day: '2026-01-01', evidence };
    expect(ledgerShapes.addEntry.body.safeParse(body).success, name).toBe(true);
  }
  expect(plainName(`${'长'.repeat(200)}.pdf`)).toMatch(/^长+….*\.pdf$/);
});

it('keeps a file that is chosen twice once', () => {
  const one = { name: 'a', bytes: 1, sha256: 'a'.repeat(64) };
  expect(withEvidence([one], { ...one, name: 'copy' })).toEqual([one]);
  expect(withEvidence([one], { ...one, sha256: 'b'.repeat(64) })).toHaveLength(2);
});
