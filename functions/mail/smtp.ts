// Mail by a mail server, where there is no SES: a connection a mail, by TLS always, with the name and password of the address.
import type { ConnectionOptions } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailPort } from '../app/deps.ts';
import { compose } from './compose.ts';

const TIMES = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000 };

/** A port to the server of an address `smtps://user:password@host:465`; by `smtp:` TLS is begun on the open line, and without it nothing is sent. `tls` is for tests. */
export function sendBySmtp(from: string, url: URL, tls: ConnectionOptions = {}): MailPort {
  const secure = url.protocol === 'smtps:';
  const port = Number(url.port) || (secure ? 465 : 587);
  return {
    async send(mail) {
      const bytes = await compose(from, mail);
      const line = new SMTPConnection({ host: url.hostname, port, secure, requireTLS: true, tls, ...TIMES });
      // What goes wrong on a line that nobody waits for any more, as at its end, is no matter; without a listener it would end the process.
      line.on('error', () => undefined);
      try {
        await asked(line, (done) => line.connect(done));
        const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
        if (user !== '') await asked(line, (done) => line.login({ credentials: { user, pass } }, done));
        await asked(line, (done) => line.send({ from, to: [mail.to] }, bytes, done));
        line.quit();
        return 'sent';
      } catch (error) {
        line.close();
        if (isForGood(error)) return 'refused';
        throw error;
      }
    },
  };
}

type Done = (error?: Error | null) => void;

/** One step of the talk. What goes wrong on the line is told by an event, not to the step. */
function asked(line: SMTPConnection, step: (done: Done) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  line.once('error', reject);
  step((error) => (error ? reject(error) : resolve()));
  return promise.finally(() => line.off('error', reject));
}

/** Whether the server has refused this mail or its address for good (RFC 5321, 4.2.1: 5yz); a wrong password is no fault of the mail. */
function isForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500;
}
