// Signatures of completions: ES256 (RFC 7518, 3.4) under a key that follows from the product's one secret, so that no second secret has to be kept.
import { createECDH, hkdfSync } from 'node:crypto';
import { CompactSign, calculateJwkThumbprint, importJWK } from 'jose';
import type { Signer, SigningKey } from '../app/deps.ts';

/** The order of P-256 (FIPS 186-4, D.1.2.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** 384 bits, taken modulo the order of 256, leave no bias (FIPS 186-4, B.4.1). */
const SEED_BYTES = 48;

/** A signer from the secret: the same secret, the same key. */
export function makeSigner(secret: string): Signer {
  const { d, ...open } = keyFrom(secret);
  const made = (async () => {
    const kid = await calculateJwkThumbprint({ ...open });
    const key: SigningKey = { ...open, kid, alg: 'ES256', use: 'sig' };
    return { key, own: await importJWK({ ...key, d }, 'ES256') };
  })();
  return {
    async sign(payload) {
      const { key, own } = await made;
      const bytes = new TextEncoder().encode(JSON.stringify(payload));
      return new CompactSign(bytes).setProtectedHeader({ alg: 'ES256', kid: key.kid }).sign(own);
    },
    key: async () => (await made).key,
  };
}

function keyFrom(secret: string) {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'zhuren completions', SEED_BYTES));
  const scalar = (BigInt(`0x${seed.toString('hex')}`) % (ORDER - 1n)) + 1n;
  const own = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(own);
  // Uncompressed: 0x04, then the two coordinates.
  const point = pair.getPublicKey();
  const text = (bytes: Buffer) => bytes.toString('base64url');
  const [x, y] = [text(point.subarray(1, 33)), text(point.subarray(33))];
  return { kty: 'EC', crv: 'P-256', x, y, d: text(own) } as const;
}
