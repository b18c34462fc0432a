// Checking a completion's signature without a network: the published keys, a compact JWS (RFC 7515), and what stands in it.
import { compactVerify, importJWK } from 'jose';
import type { Answer } from '../../../../functions/contract/index.ts';
import type { Signed } from '../../../../functions/domain/completions/completion.ts';

export type Keys = Answer<'listCompletionKeys'>['keys'];

export type Checked =
  | { state: 'genuine'; signed: Signed }
  | { state: 'forged' }
  /** Signed under a key that is not among these: newer than what was kept, or nobody's. */
  | { state: 'unknown-key' };

/** A compact JWS has three parts; whatever else stands in an address is no certificate. */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Whether `jws` was signed under one of the keys and says what it says. Never throws. */
export async function check(jws: string, keys: Keys): Promise<Checked> {
  if (!COMPACT.test(jws)) return { state: 'forged' };
  const kid = kidOf(jws);
  const key = keys.find((one) => one.kid === kid);
  if (key === undefined) return kid === undefined ? { state: 'forged' } : { state: 'unknown-key' };
  try {
    const { payload } = await compactVerify(jws, await importJWK(key, 'ES256'), { algorithms: ['ES256'] });
    return { state: 'genuine', signed: JSON.parse(new TextDecoder().decode(payload)) as Signed };
  } catch {
    return { state: 'forged' };
  }
}

function kidOf(jws: string): string | undefined {
  try {
    const header = atob((jws.split('.')[0] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    const { kid } = JSON.parse(header) as { kid?: unknown };
    return typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}
