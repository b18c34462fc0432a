// What a file is known again by, worked out in the browser: its name, its size and its SHA-256. The file itself goes nowhere.
import type { Entry } from './said.ts';

export type Evidence = Entry['evidence'][number];
type FileFault = 'empty' | 'big' | 'unreadable';
type Fingerprinted = { ok: true; evidence: Evidence } | { ok: false; fault: FileFault };

export const FILES_MOST = 10;

/** It is read into memory as a whole, on phones too. */
const BYTES_MOST = 200 * 1024 * 1024;

/** What the contract takes as a name. */
const NAME_MOST = 120;

type Readable = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** The fingerprint of a file, or why there is none. */
export async function fingerprint(file: Readable, subtle: Pick<SubtleCrypto, 'digest'>): Promise<Fingerprinted> {
  if (file.size === 0) return { ok: false, fault: 'empty' };
  if (file.size > BYTES_MOST) return { ok: false, fault: 'big' };
  try {
    const sha256 = hexOf(await subtle.digest('SHA-256', await file.arrayBuffer()));
    return { ok: true, evidence: { name: plainName(file.name), bytes: file.size, sha256 } };
  } catch {
    return { ok: false, fault: 'unreadable' };
  }
}

/** A name on one line, cut in the middle so that its ending stays. */
export function plainName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim() || 'file';
  if (plain.length <= NAME_MOST) return plain;
  const end = plain.slice(-20);
  return `${plain.slice(0, NAME_MOST - end.length - 1)}…${end}`;
}

/** Files with those that are added: one that is there already stays once. */
export function withEvidence(held: readonly Evidence[], added: Evidence): readonly Evidence[] {
  return held.some(({ sha256 }) => sha256 === added.sha256) ? held : [...held, added];
}

function hexOf(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
