// Closing a course on the wire: the verdicts, the hours that are written by them, and corrections afterwards.
import * as z from 'zod';
import { CODE_KINDS } from '../../domain/door/codes.ts';
import { instant, requestId } from '../common.ts';
import { personId, unitId, version, why } from '../staff/forms.ts';
import { courseId, sessionId } from './forms.ts';
import { staffNames } from './names.ts';

const params = z.strictObject({ course: courseId });

const attendanceState = z.enum(['present', 'late', 'left-early', 'excused', 'absent', 'no-sign-out']);

const verdict = {
  session: sessionId,
  state: attendanceState,
  flags: z.array(z.string()),
  minutes: z.int(),
  presence: z.int(),
  /** Of the session, in basis points. */
  share: z.int(),
  counts: z.boolean(),
  /** What explains it, a code and its figures each (domain/attendance). */
  lines: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
};

/** Where a list of people goes on: the last one shown. */
const after = z.string().regex(/^[0-9A-Za-z_.-]{8,130}$/, 'must be a cursor of this list');

export const listAttendance = {
  params,
  query: z.strictObject({ cursor: after.optional() }),
  /** Everybody who is enrolled or came, with a verdict for every session that was held. */
  answer: z.strictObject({
    people: z.array(
      z.strictObject({
        person: personId,
        name: z.string(),
        walkIn: z.boolean(),
        minutes: z.int(),
        verdicts: z.array(z.strictObject(verdict)),
      }),
    ),
    minutesPerHour: z.int(),
    /** Of those whom the lines name. */
    names: staffNames,
    cursor: after.optional(),
    now: instant,
  }),
};

export const listUnitAttendance = {
  params: z.strictObject({ unit: unitId, course: courseId }),
  query: z.strictObject({ cursor: after.optional() }),
  /** Those who enrolled as the unit's, by person, with the sessions that are over, by their beginning. */
  answer: z.strictObject({
    people: z.array(
      z.strictObject({
        person: personId,
        name: z.string(),
        sessions: z.array(
          z.strictObject({
            session: sessionId,
            title: z.string().optional(),
            startsAt: instant,
            endsAt: instant,
            state: attendanceState,
            minutes: z.int(),
          }),
        ),
      }),
    ),
    cursor: after.optional(),
    now: instant,
  }),
};

export const closeCourse = {
  params,
  /** The first request closes the course, each writes the hours of some more people: repeat it with the answer's cursor until there is none. */
  body: z.strictObject({ version, cursor: after.optional(), why: why.optional() }),
  answer: z.strictObject({
    /** People whose hours this request looked at, entries it wrote, and those it found written before. */
    people: z.int(),
    written: z.int(),
    same: z.int(),
    cursor: after.optional(),
    version,
  }),
};

const wantedMark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(CODE_KINDS), at: instant }),
  z.strictObject({ kind: z.literal('void'), of: z.int().min(1).max(9999) }),
]);

const correctionState = z.enum(['proposed', 'approved', 'refused']);

export const proposeCorrection = {
  params: z.strictObject({ session: sessionId, person: personId }),
  body: z.strictObject({ request: requestId, why, marks: z.array(wantedMark).min(1).max(6) }),
  answer: z.strictObject({ correction: z.string(), state: correctionState }),
};

export const decideCorrection = {
  params: z.strictObject({
    session: sessionId,
    correction: z.string().regex(/^[0-9A-Za-z_-]{16,64}$/, 'must be a correction'),
  }),
  body: z.strictObject({ decision: z.enum(['approved', 'refused']), why }),
  answer: z.strictObject({ state: correctionState, minutes: z.int().optional() }),
};

export const listCorrections = {
  params: z.strictObject({ session: sessionId }),
  query: z.strictObject({}),
  answer: z.strictObject({
    corrections: z.array(
      z.strictObject({
        correction: z.string(),
        person: personId,
        state: correctionState,
        by: personId,
        at: instant,
        why: z.string(),
        marks: z.array(wantedMark),
        decided: z.strictObject({ by: personId, at: instant, why: z.string() }).optional(),
      }),
    ),
    /** Of those who proposed and decided. */
    names: staffNames,
  }),
};
