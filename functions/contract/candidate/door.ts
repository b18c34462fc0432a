// Coming and going on the wire: a code that was scanned or typed, a scan from before the sign-in, leave.
import * as z from 'zod';
import { instant, requestId } from '../common.ts';
import { codeKind, deviceSecret, excuseState, scanned } from '../trainer/door-forms.ts';
import { sessionId } from '../trainer/forms.ts';

const params = z.strictObject({ session: sessionId });

const left = z.strictObject({
  /** `same`: the mark was there already, and this changed nothing. */
  stored: z.enum(['new', 'same']),
  kind: codeKind,
  at: instant,
  walkIn: z.boolean(),
  now: instant,
});

export const checkIn = {
  params,
  body: z.strictObject({
    request: requestId,
    device: deviceSecret,
    code: z.union([
      scanned,
      z.strictObject({ kind: codeKind, digits: z.string().regex(/^\d{6}$/, 'must be six digits') }),
    ]),
  }),
  answer: left,
};

export const redeemScan = {
  params,
  body: z.strictObject({
    request: requestId,
    device: deviceSecret,
    scan: z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a scan'),
  }),
  answer: left,
};

export const askExcuse = {
  params,
  body: z.strictObject({
    state: z.enum(['asked', 'taken-back']),
    why: z.string().trim().min(2).max(200),
    version: z.int().min(0),
  }),
  answer: z.strictObject({ state: excuseState, version: z.int() }),
};
