// The function that no request starts: a timer does, every minute. It sends mails and passes seats on.
import { mailFrom, makeJobDeps } from '../deps.ts';
import { tick } from '../jobs/tick.ts';
import { openMail } from '../mail/mail.ts';

const deps = { ...makeJobDeps(process.env), mail: openMail(mailFrom(process.env)) };

export const handler = () => tick(deps);
