// One's own training as it is taken out: enrolments, marks, leave, hours and completions, words and proofs included.
import * as z from 'zod';
import { completionNumber, completionStatus } from '../documents/forms.ts';
import { day } from '../staff/forms.ts';

const instant = z.iso.datetime();
const said = { at: instant, why: z.string().optional() };

export const training = z.strictObject({
  enrolments: z.array(
    z.strictObject({
      course: z.string(),
      title: z.string(),
      name: z.string(),
      state: z.string(),
      unit: z.string().optional(),
      steps: z.array(z.strictObject({ state: z.string(), ...said })),
    }),
  ),
  /** In the order of receipt at each session; `of` is the mark that a void takes back. */
  marks: z.array(
    z.strictObject({
      session: z.string(),
      n: z.int(),
      kind: z.string(),
      how: z.string(),
      of: z.int().optional(),
      ...said,
    }),
  ),
  excuses: z.array(
    z.strictObject({
      session: z.string(),
      state: z.string(),
      steps: z.array(z.strictObject({ state: z.string(), ...said })),
    }),
  ),
  hours: z.array(
    z.strictObject({
      kind: z.string(),
      minutes: z.int(),
      day: day.optional(),
      course: z.string().optional(),
      /** What was handed in by oneself or by one's unit. */
      title: z.string().optional(),
      organiser: z.string().optional(),
      category: z.string().optional(),
      evidence: z.array(z.string()),
      states: z.array(z.strictObject({ state: z.string(), ...said })),
    }),
  ),
  completions: z.array(
    z.strictObject({
      number: completionNumber,
      name: z.string(),
      /** Masked, as it is printed. */
      idNumber: z.string().optional(),
      title: z.string(),
      issuer: z.string(),
      from: day,
      to: day,
      minutes: z.int(),
      minutesPerHour: z.int(),
      issuedAt: instant,
      status: completionStatus,
      signature: z.string(),
    }),
  ),
});
