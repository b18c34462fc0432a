// A scan before the sign-in on the wire.
import * as z from 'zod';
import { instant } from '../common.ts';
import { deviceSecret, scanned } from '../trainer/door-forms.ts';
import { sessionId } from '../trainer/forms.ts';

const params = z.strictObject({ session: sessionId });

/** Without a sign-in: the code is looked at at once, and its time is kept. Only scans, because digits can be guessed. */
export const noteScan = {
  params,
  body: z.strictObject({ device: deviceSecret, code: scanned }),
  answer: z.strictObject({ scan: z.string(), at: instant, until: instant, now: instant }),
};
