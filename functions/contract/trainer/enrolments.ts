// Enrolments on the wire, as those see them who run a course or keep a unit's people.
import * as z from 'zod';
import { DECISIONS } from '../../domain/courses/enrolment.ts';
import { instant, requestId } from '../common.ts';
import { personId, unitId, version, why } from '../staff/forms.ts';
import { courseId, courseState, seats, standing } from './forms.ts';

const params = z.strictObject({ course: courseId });

/** Where a list goes on: the key of the last one shown. */
const after = z.string().regex(/^[0-9A-Za-z_.-]{8,130}$/, 'must be a cursor of this list');

const row = {
  person: personId,
  name: z.string(),
  unit: unitId.optional(),
  unitName: z.string().optional(),
  at: instant,
  ...standing,
  version,
};

export const listRoster = {
  params,
  query: z.strictObject({ cursor: after.optional() }),
  /** By person; `position` and the order of the queue follow the tickets. */
  answer: z.strictObject({ enrolments: z.array(z.strictObject(row)), seats, cursor: after.optional(), now: instant }),
};

export const listUnitEnrolments = {
  params: z.strictObject({ unit: unitId }),
  query: z.strictObject({ cursor: after.optional() }),
  /** Of the people who enrolled as the unit's, course by course. */
  answer: z.strictObject({
    enrolments: z.array(
      z.strictObject({
        ...row,
        course: courseId,
        title: z.string(),
        courseState,
        startsAt: instant.optional(),
      }),
    ),
    cursor: after.optional(),
    now: instant,
  }),
};

export const decideEnrolment = {
  params: z.strictObject({ course: courseId, person: personId }),
  /** `version` of the enrolment, as the caller saw it. */
  body: z.strictObject({ request: requestId, version, decision: z.enum(DECISIONS), why: why.optional() }),
  answer: z.strictObject(standing),
};

/** What became of one person of a group. */
const LINE_OUTCOMES = ['requested', 'enrolled', 'waiting', 'same', 'refused'] as const;

export const enrolOthers = {
  params,
  /** People who work at the unit today. */
  body: z.strictObject({ request: requestId, unit: unitId, people: z.array(personId).min(1).max(50) }),
  answer: z.strictObject({
    lines: z.array(
      z.strictObject({
        person: personId,
        outcome: z.enum(LINE_OUTCOMES),
        /** With `refused`: the rule that stands against it. */
        reason: z.string().optional(),
        position: z.int().min(1).optional(),
      }),
    ),
    seats,
  }),
};
