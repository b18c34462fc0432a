// Mail as files, for one machine: every mail is a file `<Message-ID>.eml` that a mail program opens. Nothing leaves the machine.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MailPort } from '../app/deps.ts';
import { compose } from './compose.ts';

/** A port into a folder, which is made when the first mail comes. The same mail sent twice is one file. */
export function sendToFiles(from: string, folder: URL): MailPort {
  const path = fileURLToPath(folder);
  return {
    async send(mail) {
      await mkdir(path, { recursive: true });
      const file = join(path, `${mail.messageId.replaceAll(/[^\w.@-]/g, '')}.eml`);
      // Written beside its place, so that whoever looks finds a whole mail or none.
      await writeFile(`${file}.part`, await compose(from, mail));
      await rename(`${file}.part`, file);
      return 'sent';
    },
  };
}
