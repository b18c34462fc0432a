// How mail leaves, by one address: `ses:` (Amazon SES in the function's own region), `smtps://user:password@host:465` or `smtp://…:587` (a mail server, by TLS), `file:///folder`
// (files, for one machine). The text of a mail is the same for all.
import type { MailPort } from '../app/deps.ts';
import { sendToFiles } from './files.ts';
import { sendBySes } from './ses.ts';
import { sendBySmtp } from './smtp.ts';

/** What `openMail` goes by. */
export interface MailConfig {
  url: string;
  /** The address that our mails are from. */
  from: string;
}

/** A mail port. Throws for an address of no known kind, without quoting it: it may hold a password. */
export function openMail({ url, from }: MailConfig): MailPort {
  const { protocol } = new URL(url);
  if (protocol === 'ses:') return sendBySes(from);
  if (protocol === 'smtps:' || protocol === 'smtp:') return sendBySmtp(from, new URL(url));
  if (protocol === 'file:') return sendToFiles(from, new URL(url));
  throw new Error('MAIL_URL must begin with ses:, smtps:, smtp: or file:');
}
