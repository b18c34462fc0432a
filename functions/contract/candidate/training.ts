// Enrolling and one's own training on the wire.
import * as z from 'zod';
import { OWN_MOVES } from '../../domain/courses/enrolment.ts';
import { personId } from '../staff/forms.ts';
import { courseId, courseKind, courseState, form, instant, requestId, session, standing } from '../trainer/forms.ts';
import { news } from './news.ts';

const params = z.strictObject({ course: courseId });

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
        sessions: z.array(session),
        /** The session that is on, or the next one. */
        next: z.string().optional(),
        /** What changed since one last looked; missing when nothing did. */
        news: news.optional(),
      }),
    ),
    conflicts: z.array(z.strictObject({ one: z.string(), other: z.string() })),
    now: instant,
  }),
};
