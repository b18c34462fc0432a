// The embedded provider's own secrets: made at the first start, kept in the data folder, readable by its owner alone.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'oidc-provider';
import { StartError } from './start-error.ts';

export interface ProviderKeys {
  /** Signs id tokens: a private RS256 key. */
  signing: JWK;
  /** Signs the provider's cookies. */
  cookie: string;
}

export function makeProviderKeys(): ProviderKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signing = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' } as JWK;
  return { signing, cookie: randomBytes(32).toString('base64url') };
}

/** The folder's keys; new ones are written on the first call. Throws StartError when the file is not what was written. */
export function providerKeys(folder: string): ProviderKeys {
  const file = join(folder, 'identity.json');
  if (existsSync(file)) return read(file);
  const keys = makeProviderKeys();
  const draft = `${file}.draft`;
  writeFileSync(draft, `${JSON.stringify(keys)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return keys;
}

function read(file: string): ProviderKeys {
  try {
    const { signing, cookie } = JSON.parse(readFileSync(file, 'utf8'));
    if (signing?.kty !== 'RSA' || typeof signing.d !== 'string' || typeof cookie !== 'string') throw new Error('form');
    return { signing, cookie };
  } catch (cause) {
    throw new StartError(
      `登录服务的密钥文件 ${file} 无法读取：删除它后重新启动即可（已登录的人需重新登录）。`,
      'The key file of the embedded login is unreadable: delete it and start again; everybody signs in anew.',
      { cause },
    );
  }
}
