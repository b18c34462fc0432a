// One's own record on the wire: look at it, correct it, take it out, have it deleted. `:person` is always the caller; anybody else's is not there.
import * as z from 'zod';
import { name, personId, version } from '../staff/forms.ts';
import { contact } from './emails.ts';
import { certificates, education, employments, grants, params, pools } from './forms.ts';
import { training } from './training.ts';

/** As typed: spaces, dashes and full-width signs are allowed, and what it must be is the domain's to say. */
const typed = z.string().min(1).max(40);

const instant = z.iso.datetime();

const record = {
  id: personId,
  name: z.string(),
  education: education.optional(),
  isSocialWorkMajor: z.boolean().optional(),
  employments,
  certificates,
  pools,
  grants,
  /** Whole: nobody else is shown it. */
  contact,
  createdAt: instant,
};

export const readSelf = {
  params,
  query: z.strictObject({}),
  answer: z.strictObject({
    ...record,
    /** Masked, like the identity number. */
    phone: z.string().optional(),
    idNumber: z.string().optional(),
    /** Whole years of social work up to today. */
    years: z.int(),
    version,
  }),
};

/** What is missing stays; null takes a field away. Employments, certificates and pools are the unit's to keep. */
export const changeSelf = {
  params,
  body: z.strictObject({
    version,
    name: name.optional(),
    phone: typed.nullable().optional(),
    idNumber: typed.nullable().optional(),
    education: education.nullable().optional(),
    isSocialWorkMajor: z.boolean().nullable().optional(),
  }),
  answer: z.strictObject({ version }),
};

/** All that is kept of the caller but the practice journal, which `listBatches` gives page by page. */
export const exportSelf = {
  params,
  query: z.strictObject({}),
  answer: z.strictObject({
    ...record,
    /** Whole, like the identity number. */
    phone: z.string().optional(),
    idNumber: z.string().optional(),
    /** By whom one is known when signing in. */
    identity: z.strictObject({ issuer: z.string(), subject: z.string() }).optional(),
    reports: z.array(
      z.strictObject({
        question: z.string(),
        version: z.int(),
        reason: z.string(),
        text: z.string(),
        at: instant,
        receivedAt: instant,
      }),
    ),
    sessions: z.array(z.strictObject({ startedAt: instant, expiresAt: instant })),
    training,
    takenAt: instant,
  }),
};

/** Cannot be undone. The answer takes the session's cookie back. */
export const deleteSelf = {
  params,
  body: z.strictObject({ version }),
  answer: z.strictObject({ deleted: z.literal(true) }),
};
