// SHA-256 for the audit chain, where no keyed hash is given.
import { createHash } from 'node:crypto';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
