// Checking a certificate's code without a network: what was signed here is genuine, and not one sign of it can be changed.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { makeSigner } from '../../../../functions/papers/signer.ts';
import { check, type Keys } from '../../../../site/src/islands/verify/check.ts';

const SIGNED = {
  ...{ n: '2026-7K3M-9QXA-04TD', p: '王小明', c: '考前冲刺班', u: '九江市社工协会' },
  ...{ f: '2026-05-01', t: '2026-05-03', d: '2026-05-10', m: 1080, h: 45 },
};

let jws: string;
let keys: Keys;
beforeAll(async () => {
  const signer = makeSigner('a secret of the tests');
  jws = await signer.sign(SIGNED);
  keys = [await signer.key()];
});

it('finds genuine what was signed, and reads it', async () => {
  expect(await check(jws, keys)).toEqual({ state: 'genuine', signed: SIGNED });
});

it('finds forged whatever sign of the payload or the signature is changed', async () => {
  const start = jws.indexOf('.') + 1;
  // A last sign of base64url carries bits that say nothing.
  const place = fc
    .integer({ min: start, max: jws.length - 2 })
    .filter((i) => !'.'.includes(jws[i] ?? '') && jws[i + 1] !== '.');
  const sign = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_');
  await fc.assert(
    fc.asyncProperty(place, sign, async (i, other) => {
      fc.pre(jws[i] !== other);
      const changed = `${jws.slice(0, i)}${other}${jws.slice(i + 1)}`;
      expect(await check(changed, keys)).toEqual({ state: 'forged' });
    }),
  );
});

it('finds forged what claims more hours under the old signature', async () => {
  const [header, , signature] = jws.split('.');
  const payload = Buffer.from(JSON.stringify({ ...SIGNED, m: 9999 })).toString('base64url');
  expect(await check(`${header}.${payload}.${signature}`, keys)).toEqual({ state: 'forged' });
});

it('does not take a code that says it is not signed', async () => {
  const header = Buffer.from(JSON.stringify({ alg: 'none', kid: keys[0]?.kid })).toString('base64url');
  expect(await check(`${header}.${jws.split('.')[1]}.AA`, keys)).toEqual({ state: 'forged' });
});

it('tells a key that it does not know from a forgery', async () => {
  const other = makeSigner('another secret');
  expect(await check(await other.sign(SIGNED), keys)).toEqual({ state: 'unknown-key' });
});

it.each(['', 'abc', 'a.b.c', '%%%.b.c', '2026-7K3M-9QXA-04TD'])('takes %j for no certificate', async (text) => {
  expect(await check(text, keys)).toEqual({ state: 'forged' });
});
