// The forms that training routes share: ids of courses and sessions, the caller's own id of a write, plans of courses and of sessions.
import * as z from 'zod';
import { COUNT_BY, MISSED_CHECK, MISSING_OUT } from '../../domain/attendance/rule.ts';
import { COURSE_KINDS, COURSE_STATES, FORMS } from '../../domain/courses/course.ts';
import { ENROLMENT_STATES } from '../../domain/courses/enrolment.ts';
import { instant, line } from '../common.ts';
import { unitId } from '../staff/forms.ts';

export const courseId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a course id');
export const sessionId = z.string().regex(/^[0-9A-Za-z_-]{8,64}-\d{3}$/, 'must be a session id');

export const courseKind = z.enum(COURSE_KINDS);
export const courseState = z.enum(COURSE_STATES);
export const form = z.enum(FORMS);
const enrolmentState = z.enum(ENROLMENT_STATES);

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cf}]*$/u, 'must be plain text');

/** A page of a meeting or a video: never a script. */
const link = z.url({ protocol: /^https$/ }).max(500);

export const place = z.strictObject({
  division: z.string().regex(/^[1-9]\d{5}(\d{3})?$/, 'must be the code of a division'),
  address: line(120),
});

const post = z.enum(['social-worker', 'community-worker', 'grid-worker', 'supervisor', 'volunteer', 'other']);
const level = z.enum(['junior', 'intermediate', 'senior']);

const minutes = z.int().min(0).max(240);

/** What its makers decide about a course. What is missing takes its usual value. */
const fields = {
  title: line(60),
  kind: courseKind,
  form,
  coOrganisers: z.array(line(60)).max(10),
  target: words(200),
  syllabus: z.array(line(200)).max(60),
  provider: z.strictObject({ name: line(60), costCents: z.int().min(0).max(10_000_000_000) }).nullable(),
  place: place.nullable(),
  link: link.nullable(),
  contact: z.strictObject({ name: line(40), phone: line(30).optional() }).nullable(),
  walkIns: z.boolean(),
  approval: z.enum(['none', 'unit']),
  who: z.strictObject({
    units: z.union([z.literal('anyone'), z.array(unitId).min(1).max(50)]),
    posts: z.array(post).min(1).max(6).optional(),
    levels: z.array(level).min(1).max(3).optional(),
  }),
  window: z.strictObject({ opens: instant, closes: instant }).nullable(),
  capacity: z.int().min(1).max(100_000),
  offerHours: z.int().min(1).max(168),
  rule: z.strictObject({
    lateAfterMin: minutes,
    earlyBeforeMin: minutes,
    minShare: z.int().min(0).max(100),
    countBy: z.enum(COUNT_BY),
    missingOut: z.enum(MISSING_OUT),
    missedCheck: z.enum(MISSED_CHECK),
  }),
  minutesPerHour: z.int().min(30).max(60),
};

/** A change of a plan: what is missing stays, null takes away. */
export const planChange = z.strictObject(fields).partial();

/** A new plan. */
export const newPlan = z.strictObject(fields).partial().required({ title: true, kind: true, form: true });

/** A plan as it is shown to those who run it. */
export const plan = {
  ...fields,
  provider: fields.provider.unwrap().optional(),
  place: place.optional(),
  link: link.optional(),
  contact: fields.contact.unwrap().optional(),
  window: fields.window.unwrap().optional(),
};

const sessionFields = {
  title: line(60).nullable(),
  form,
  startsAt: instant,
  endsAt: instant,
  place: place.nullable(),
  link: link.nullable(),
  trainers: z.array(line(40)).max(10),
  /** Of a recorded session: what is watched, in order. */
  lessons: z
    .array(z.strictObject({ title: line(60), minutes: z.int().min(1).max(600), link }))
    .max(60)
    .nullable(),
};

export const newSession = z
  .strictObject(sessionFields)
  .partial()
  .required({ form: true, startsAt: true, endsAt: true });
export const sessionChange = z.strictObject(sessionFields).partial();

/** A session as it is shown to those who run it or are enrolled. */
export const session = z.strictObject({
  ...sessionFields,
  id: sessionId,
  title: line(60).optional(),
  place: place.optional(),
  link: link.optional(),
  lessons: sessionFields.lessons.unwrap().optional(),
  state: z.enum(['planned', 'cancelled']),
  sequence: z.int(),
  why: z.string().optional(),
});

export const seats = z.strictObject({ capacity: z.int(), taken: z.int(), waiting: z.int() });

/** What became of an enrolment: the state it has now; with the place in the queue (1 is next), or the time until which a seat is kept. */
export const standing = {
  state: enrolmentState,
  position: z.int().min(1).optional(),
  expiresAt: instant.optional(),
};
