// What changed in one's training since one last looked, on the wire.
import * as z from 'zod';
import { instant } from '../common.ts';
import { personId } from '../staff/forms.ts';
import { courseId, form, place, sessionId } from '../trainer/forms.ts';

/** A session as those who come see it: with its own place, or the course's. */
const told = z.strictObject({
  id: sessionId,
  title: z.string().optional(),
  form,
  startsAt: instant,
  endsAt: instant,
  place: place.optional(),
  /** For those who have a seat. */
  link: z.string().optional(),
  state: z.enum(['planned', 'cancelled']),
});

/** The news of one course. What was changed several times is told once: as it was when one last looked, and as it is. */
export const news = z.strictObject({
  /** How far this tells: what `seeNews` takes. */
  upTo: z.int(),
  at: instant,
  /** Why the course was cancelled. */
  cancelled: z.string().optional(),
  changes: z.array(
    z.strictObject({
      news: z.array(z.enum(['time', 'place', 'cancelled', 'added'])).min(1),
      before: told.optional(),
      after: told,
    }),
  ),
});

/** One has seen the news of these courses, as far as they were told. Said twice, or late, it changes nothing. */
export const seeNews = {
  params: z.strictObject({ person: personId }),
  body: z.strictObject({
    seen: z
      .array(z.strictObject({ course: courseId, upTo: z.int().min(1).max(9_999_999) }))
      .min(1)
      .max(50),
  }),
  answer: z.strictObject({ seen: z.int() }),
};
