import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { makeSigner } from '../../../functions/papers/signer.ts';

const SECRET = Buffer.alloc(32, 7).toString('base64');
const signer = makeSigner(SECRET);

describe('a signer', () => {
  it('has the same key for the same secret, another for another, and gives no private part away', async () => {
    const key = await signer.key();
    expect(await makeSigner(SECRET).key()).toEqual(key);
    expect((await makeSigner(`${SECRET}x`).key()).kid).not.toBe(key.kid);
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('signs what anybody with the public key can check', async () => {
    const jws = await signer.sign({ n: '2026', p: '王小明' });
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK(await signer.key(), 'ES256'));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ n: '2026', p: '王小明' });
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: (await signer.key()).kid });
  });

  it('signs so that no sign of the text can be changed', async () => {
    const jws = await signer.sign({ m: 180 });
    const key = await importJWK(await signer.key(), 'ES256');
    // The last sign of a part carries bits that are not used: it may have twins. All others count.
    const places = [...jws].flatMap((sign, i) =>
      sign === '.' || jws[i + 1] === '.' || i === jws.length - 1 ? [] : [i],
    );
    for (const i of places) {
      const other = jws[i] === 'A' ? 'B' : 'A';
      await expect(compactVerify(`${jws.slice(0, i)}${other}${jws.slice(i + 1)}`, key), `sign ${i}`).rejects.toThrow();
    }
  });
});
