// Courses on the wire, for those who plan and run them.
import * as z from 'zod';
import { instant, requestId } from '../common.ts';
import { unitId, version, why } from '../staff/forms.ts';
import {
  courseId,
  courseKind,
  courseState,
  form,
  newPlan,
  newSession,
  plan,
  planChange,
  seats,
  session,
  sessionChange,
  sessionId,
} from './forms.ts';

const params = z.strictObject({ course: courseId });

/** Where a list goes on: the key of the last one shown. */
const after = z.string().regex(/^[0-9-]{10}\.[0-9A-Za-z_-]{8,64}$/, 'must be a cursor of this list');

const changed = z.strictObject({ course: courseId, version });

export const listCourses = {
  params: z.strictObject({ unit: unitId }),
  query: z.strictObject({ cursor: after.optional() }),
  /** The unit's own courses, the latest first, drafts before all. */
  answer: z.strictObject({
    courses: z.array(
      z.strictObject({
        course: courseId,
        title: z.string(),
        kind: courseKind,
        form,
        state: courseState,
        startsAt: instant.optional(),
        endsAt: instant.optional(),
        sessions: z.int(),
        /** The session that is on, or the next one, of a course that is published. */
        next: z.strictObject({ session: sessionId, startsAt: instant, place: z.string().optional() }).optional(),
        ...seats.shape,
      }),
    ),
    cursor: after.optional(),
  }),
};

export const createCourse = {
  params: z.strictObject({ unit: unitId }),
  body: z.strictObject({ request: requestId, plan: newPlan, sessions: z.array(newSession).max(40).optional() }),
  answer: changed,
};

export const readCourse = {
  params,
  query: z.strictObject({}),
  answer: z.strictObject({
    course: courseId,
    unit: unitId,
    unitName: z.string(),
    state: courseState,
    plan: z.strictObject(plan),
    sessions: z.array(session),
    seats,
    startsAt: instant.optional(),
    endsAt: instant.optional(),
    createdAt: instant,
    publishedAt: instant.optional(),
    closedAt: instant.optional(),
    cancelled: z.strictObject({ at: instant, why: z.string() }).optional(),
    copiedFrom: courseId.optional(),
    /** What stands in the way of publishing: a field's path and the code of its fault (domain/courses/faults.ts). */
    faults: z.array(z.strictObject({ path: z.string(), code: z.string() })),
    now: instant,
    version,
  }),
};

const write = { request: requestId, version };

export const changeCourse = {
  params,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('edit'), ...write, plan: planChange, why: why.optional() }),
    z.strictObject({ kind: z.literal('publish'), ...write }),
    z.strictObject({ kind: z.literal('cancel'), ...write, why }),
    z.strictObject({ kind: z.literal('close-enrolment'), ...write }),
    z.strictObject({ kind: z.literal('capacity'), ...write, capacity: z.int().min(1).max(100_000) }),
    z.strictObject({ kind: z.literal('add-sessions'), ...write, sessions: z.array(newSession).min(1).max(40) }),
    z.strictObject({ kind: z.literal('change-session'), ...write, session: sessionId, plan: sessionChange }),
    /** Of a draft the session is taken out; of a published course it stays, as cancelled. */
    z.strictObject({ kind: z.literal('cancel-session'), ...write, session: sessionId, why }),
  ]),
  answer: changed,
};

export const copyCourse = {
  params,
  /** `days`: how much later the copy's sessions and window are than the original's. */
  body: z.strictObject({ request: requestId, days: z.int().min(0).max(3660) }),
  answer: changed,
};
