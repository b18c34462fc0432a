// Mail by Amazon SES: the composed bytes, so that our own Message-ID's and heads stay what they are.
import { SESv2Client, type SESv2ClientConfig, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { MailPort } from '../app/deps.ts';
import { compose } from './compose.ts';

/** A mail is small and SES is near: who has not answered by then will not. */
const TIMES = { connectionTimeout: 3_000, requestTimeout: 10_000 };

/** A port to SES in the region of the environment. `config` is for tests. */
export function sendBySes(from: string, config: SESv2ClientConfig = {}): MailPort {
  const client = new SESv2Client({ maxAttempts: 3, requestHandler: TIMES, ...config });
  return {
    async send(mail) {
      const Data = await compose(from, mail);
      const command = new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [mail.to] },
        Content: { Raw: { Data } },
      });
      try {
        await client.send(command);
        return 'sent';
      } catch (error) {
        // Only this is said of the mail itself; what says that we may not send now may pass, a domain that is not verified yet among it.
        if ((error as Error).name === 'BadRequestException') return 'refused';
        throw error;
      }
    },
  };
}
