// The public schedule and a course's page: what everybody may see, the same for everybody, so that it may be kept for a moment.
import * as z from 'zod';
import { instant } from '../common.ts';
import { courseId, courseKind, courseState, form, place, sessionId } from '../trainer/forms.ts';

/** Places of a course: how many there are, how many nobody has, how many people wait. */
const open = { capacity: z.int(), open: z.int().min(0), waiting: z.int() };

export const listSchedule = {
  query: z.strictObject({
    /** The first two digits of the province's code. */
    province: z.string().regex(/^[1-9]\d$/, 'must be the two digits of a province'),
    month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a month, 2026-05'),
  }),
  /** The sessions that begin in a month, by their beginning. */
  answer: z.strictObject({
    sessions: z.array(
      z.strictObject({
        course: courseId,
        session: sessionId,
        title: z.string(),
        sessionTitle: z.string().optional(),
        kind: courseKind,
        form,
        unitName: z.string(),
        startsAt: instant,
        endsAt: instant,
        place: place.optional(),
        /** Cancelled, itself or with its course. */
        cancelled: z.boolean(),
        window: z.strictObject({ opens: instant, closes: instant }).optional(),
        ...open,
      }),
    ),
    now: instant,
  }),
};

export const showCourse = {
  params: z.strictObject({ course: courseId }),
  query: z.strictObject({}),
  answer: z.strictObject({
    course: courseId,
    title: z.string(),
    kind: courseKind,
    form,
    state: courseState,
    why: z.string().optional(),
    unit: z.string(),
    unitName: z.string(),
    coOrganisers: z.array(z.string()),
    target: z.string(),
    syllabus: z.array(z.string()),
    provider: z.string().optional(),
    place: place.optional(),
    walkIns: z.boolean(),
    approval: z.enum(['none', 'unit']),
    who: z.strictObject({
      anyone: z.boolean(),
      units: z.array(z.string()),
      posts: z.array(z.string()),
      levels: z.array(z.string()),
    }),
    window: z.strictObject({ opens: instant, closes: instant }).optional(),
    minutesPerHour: z.int(),
    sessions: z.array(
      z.strictObject({
        session: sessionId,
        title: z.string().optional(),
        form,
        startsAt: instant,
        endsAt: instant,
        place: place.optional(),
        trainers: z.array(z.string()),
        cancelled: z.boolean(),
        why: z.string().optional(),
        sequence: z.int(),
      }),
    ),
    ...open,
    now: instant,
  }),
};
