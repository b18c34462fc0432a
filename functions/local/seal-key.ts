// The machine's own key for personal data: made at the first start, kept in the data folder, readable by its owner alone.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/** The form the key is written in: 64 letters and digits. */
const FORM = /^[0-9a-f]{64}$/;

/** The folder's key; a new one is written on the first call. Throws StartError when the file is not what was written. */
export function sealKey(folder: string): string {
  const file = join(folder, 'seal-key');
  if (existsSync(file)) return read(file);
  const key = randomBytes(32).toString('hex');
  const draft = `${file}.draft`;
  writeFileSync(draft, `${key}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return key;
}

function read(file: string): string {
  const key = readFileSync(file, 'utf8').trim();
  if (FORM.test(key)) return key;
  throw new StartError(
    `个人信息的密钥文件 ${file} 已损坏：请从备份恢复；没有它，已保存的身份证号和手机号无法解读。`,
    'The key file for personal data is damaged: restore it from a backup; without it sealed ID numbers and phones cannot be read.',
  );
}
