// Enrolling and one's own training on the wire.
import * as z from 'zod';
import { OWN_STATES } from '../../domain/attendance/own.ts';
import { OWN_MOVES } from '../../domain/courses/enrolment.ts';
import { instant, requestId } from '../common.ts';
import { personId, version } from '../staff/forms.ts';
import { excuseState } from '../trainer/door-forms.ts';
import { courseId, courseKind, courseState, form, session, standing } from '../trainer/forms.ts';
import { news } from './news.ts';

const params = z.strictObject({ course: courseId });

/** A session with what one has to do with it oneself: coming and going as the door has it, and leave. The place is the course's where it has no other. */
const ownSession = z.strictObject({
  ...session.shape,
  own: z.strictObject({ state: z.enum(OWN_STATES), in: instant.optional(), out: instant.optional() }).optional(),
  /** `why`: what was said with the last step. */
  excuse: z.strictObject({ state: excuseState, version, why: z.string() }).optional(),
});

/** A session of another course that one is enrolled in at the same time: a warning, never a refusal. */
const conflicts = z.array(
  z.strictObject({
    session: z.string(),
    course: courseId,
    title: z.string(),
    startsAt: instant,
    endsAt: instant,
  }),
);

export const enrol = {
  params,
  body: z.strictObject({ request: requestId }),
  answer: z.strictObject({ ...standing, conflicts }),
};

export const moveEnrolment = {
  params,
  body: z.strictObject({ request: requestId, move: z.enum(OWN_MOVES) }),
  answer: z.strictObject(standing),
};

export const listMyTraining = {
  params: z.strictObject({ person: personId }),
  query: z.strictObject({}),
  /** Courses that are to come first, by their beginning; those that are over after them, the latest first. */
  answer: z.strictObject({
    enrolments: z.array(
      z.strictObject({
        course: courseId,
        title: z.string(),
        kind: courseKind,
        form,
        unitName: z.string(),
        courseState,
        /** Why it was cancelled. */
        why: z.string().optional(),
        ...standing,
        at: instant,
        /** Shown to those who have a seat. */
        link: z.string().optional(),
        contact: z.strictObject({ name: z.string(), phone: z.string().optional() }).optional(),
        sessions: z.array(ownSession),
        /** The session that is on, or the next one. */
        next: z.string().optional(),
        /** Of a closed course: the minutes that were written into one's ledger, and the number of the certificate. */
        earned: z
          .strictObject({ minutes: z.int(), minutesPerHour: z.int(), completion: z.string().optional() })
          .optional(),
        /** What changed since one last looked; missing when nothing did. */
        news: news.optional(),
      }),
    ),
    conflicts: z.array(z.strictObject({ one: z.string(), other: z.string() })),
    now: instant,
  }),
};
