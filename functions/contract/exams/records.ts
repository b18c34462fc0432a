// Exam records on the wire: one person's, for whom it is and for staff; what is said, confirmed, refused, withdrawn; a unit's list; the certificate that follows.
import * as z from 'zod';
import { CERTIFICATE_NUMBER } from '../../domain/people/certificate.ts';
import { requestId } from '../common.ts';
import { day, personId, unitId, version, why } from '../staff/forms.ts';
import {
  certificate,
  cycle,
  entry,
  evidence,
  examMove,
  examState,
  examStep,
  examYear,
  level,
  papers,
  region,
  sayings,
  site,
  ticket,
  yearText,
} from './forms.ts';

const params = z.strictObject({ person: personId });

export const readExams = {
  params,
  query: z.strictObject({}),
  answer: z.strictObject({
    person: personId,
    name: z.string(),
    today: day,
    /** 0 where nothing was ever said. */
    version,
    /** The latest year first, higher levels before lower ones. */
    entries: z.array(entry),
    /** One for each level that has an entry or a certificate. */
    cycles: z.array(cycle),
    certificates: z.array(certificate),
    /** Levels that were passed nationwide, confirmed, and of which there is no certificate yet; to be given by whoever may. */
    due: z.array(z.strictObject({ level, year: z.int(), givable: z.boolean() })),
    /** Whether the caller may say something about an exam of this person. */
    addable: z.boolean(),
    /** Whether somebody else can confirm: nobody can for a person who is in no unit. */
    confirmable: z.boolean(),
    /** The division whose pass line is taken where an entry names none; missing for somebody of no unit. */
    region: z.string().optional(),
  }),
};

const changed = z.strictObject({ version, state: examState });

/** Says how an exam stands: all papers that were registered for, as they stand now. What was said before stays in the facts. */
export const putExam = {
  params,
  body: z.strictObject({
    request: requestId,
    version,
    year: examYear,
    level,
    papers,
    site: site.optional(),
    ticket: ticket.optional(),
    region: region.optional(),
    evidence: evidence.optional(),
    /** Needed where it contradicts a result that was confirmed. */
    why: why.optional(),
    /** Said and confirmed in one step, by whoever may confirm and about somebody else. */
    confirmed: z.literal(true).optional(),
  }),
  answer: changed,
};

export const moveExam = {
  params,
  /** All but a confirmation say why. */
  body: z.strictObject({ request: requestId, version, year: examYear, level, move: examMove, why: why.optional() }),
  answer: changed,
};

/** Turns a pass that was confirmed into a certificate of the person's record. Sent again, it is the same certificate. */
export const giveCertificate = {
  params,
  body: z.strictObject({
    level,
    number: z.string().regex(CERTIFICATE_NUMBER, 'must be a certificate number'),
    issued: day,
  }),
  answer: z.strictObject({ person: personId, level, number: z.string() }),
};

/** Where a list goes on: the last one of the page before. */
const after = z.string().regex(/^[0-9A-Za-z_.-]{8,130}$/, 'must be a cursor of this list');

export const listExams = {
  params: z.strictObject({ unit: unitId }),
  query: z.strictObject({
    /** Whose exam of this year: those who worked there at the time. Without a year: all who work there today, with their latest entry of the level. */
    year: yearText.optional(),
    level: level.optional(),
    state: examState.optional(),
    /** Those who came at least so far in the year. */
    step: examStep.optional(),
    /** Those who work there and have no entry of the year and level, too, as those who are yet to be won. Not with `state` or `step`. */
    missing: z.literal('true').optional(),
    cursor: after.optional(),
  }),
  /** By person, in no other order. A page may hold few, and none, and still go on. */
  answer: z.strictObject({
    day,
    people: z.array(
      z.strictObject({
        person: personId,
        name: z.string(),
        /** Whether they work there today. */
        present: z.boolean(),
        version,
        entries: z.array(
          z.strictObject({
            year: z.int(),
            level,
            state: examState,
            ...sayings,
            step: examStep.optional(),
            conflict: z.boolean(),
            /** Whether the unit of the list counts it. */
            counted: z.boolean(),
            moves: z.array(z.enum(['put', 'confirm', 'refuse', 'withdraw'])),
          }),
        ),
        certificates: z.array(certificate),
        /** A certificate is due that the caller may give. */
        due: z.array(level),
      }),
    ),
    cursor: after.optional(),
  }),
};
