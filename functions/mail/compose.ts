// A mail as the bytes that travel (RFC 5322, RFC 2045, RFC 2047): composed once, the same for every way it may go.
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../app/deps.ts';

/** What our mails are from, as people read it. */
const NAME = '助人学堂';

/** The bytes of a mail from an address. Text in Chinese is encoded, in the head and in the body; no address is read out of a text. */
export function compose(from: string, { to, subject, text, messageId, headers }: Mail): Promise<Buffer> {
  const addresses = { from: { name: NAME, address: from }, to: { name: '', address: to } };
  // Base64: a line of Chinese is longer than a line of a mail may be.
  const body = { text: { content: text, contentType: 'text/plain; charset=utf-8', contentTransferEncoding: 'base64' } };
  return new MailComposer({ ...addresses, subject, ...body, messageId, headers: { ...headers } }).compile().build();
}
