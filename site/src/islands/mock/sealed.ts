// Opening a paper that was taken along: the key stands in the token that the server signed, and AES-GCM says whether anything was changed.
import type { Answer } from '../../../../functions/contract/index.ts';
import type { Prepared } from '../../journal/mock-kept.ts';

export type Asked = Answer<'readAttempt'>['asked'][number];

const NONCE_BYTES = 12;

/** The questions of a sealed paper. Throws when it, or its token, is not whole. */
export async function openSealed({ sealed, token }: Pick<Prepared, 'sealed' | 'token'>): Promise<Asked[]> {
  const [payload = ''] = token.split('.');
  const { key } = JSON.parse(new TextDecoder().decode(bytesOf(payload))) as { key: string };
  const bytes = bytesOf(sealed);
  const secret = await crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['decrypt']);
  const iv = bytes.slice(0, NONCE_BYTES);
  const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, secret, bytes.slice(NONCE_BYTES));
  return JSON.parse(new TextDecoder().decode(opened)) as Asked[];
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
