// Who may sit which level (报考条件) on the wire: by what somebody types, or by their record; and the guide of registration with its steps and days.
import * as z from 'zod';
import { EDUCATIONS } from '../../domain/people/person.ts';
import { day, personId } from '../staff/forms.ts';
import { level, yearText } from './forms.ts';

const named = z.strictObject({ zh: z.string(), en: z.string() });
const education = z.enum(EDUCATIONS);

/** What a rule asks for and somebody has not. Years are whole ones; `have` counts to the rule's day. */
const lack = z.discriminatedUnion('what', [
  /** Not said by the record, or lower than `need`. */
  z.strictObject({ what: z.literal('education'), need: education, have: education.optional() }),
  z.strictObject({ what: z.literal('major') }),
  z.strictObject({ what: z.literal('certificate'), need: level }),
  /** `since`: the day of the certificate's issue, after which alone years count. */
  z.strictObject({ what: z.literal('years'), need: z.int(), have: z.int(), since: day.optional() }),
]);

const rule = z.strictObject({
  id: z.string(),
  words: named,
  met: z.boolean(),
  lacks: z.array(lack),
  /** The first year in which it will be met, if one goes on working; missing where time alone does not do it. */
  earliest: z.int().optional(),
});

const judged = z.strictObject({
  level,
  may: z.boolean(),
  /** Holds a certificate of this level, or of a higher one, already. */
  held: z.boolean(),
  earliest: z.int().optional(),
  /** All rules of the level, those that are met first, then by the year in which they will be. */
  rules: z.array(rule),
});

const answer = {
  /** The exam that is asked about. */
  year: z.int(),
  today: day,
  /** The last day up to which years of work count, and whether that was compared with the notice of the year. */
  counted: z.strictObject({ to: day, verified: z.boolean(), source: z.string() }),
  /** Of the notice that the rules are taken from. */
  source: z.string(),
  verified: z.boolean(),
  levels: z.array(judged),
};

/** For guests too: nothing of it is kept. */
export const checkEligibility = {
  query: z.strictObject({
    year: yearText.optional(),
    education: education.optional(),
    major: z.enum(['true', 'false']).optional(),
    /** Months of social work up to today, in whichever posts count. */
    months: z
      .string()
      .regex(/^\d{1,3}$/, 'must be months')
      .transform(Number)
      .optional(),
    /** The highest certificate held, and the day of its issue. */
    certificate: level.optional(),
    issued: day.optional(),
  }),
  answer: z.strictObject(answer),
};

/** One's own, or by staff for a person of theirs. */
export const readEligibility = {
  params: z.strictObject({ person: personId }),
  query: z.strictObject({ year: yearText.optional() }),
  answer: z.strictObject({
    ...answer,
    person: personId,
    name: z.string(),
    /** What was judged by; what is missing is not in the record. */
    by: z.strictObject({
      education: education.optional(),
      isSocialWorkMajor: z.boolean().optional(),
      years: z.int(),
      certificates: z.array(z.strictObject({ level, issued: day })),
    }),
  }),
};

const step = z.strictObject({
  id: z.string(),
  name: named,
  what: named,
  /** Missing: not announced. `to` is the last day. */
  from: day.optional(),
  to: day.optional(),
  source: z.string().optional(),
  verified: z.boolean(),
});

/** For guests too. */
export const readGuide = {
  query: z.strictObject({ year: yearText.optional() }),
  answer: z.strictObject({
    today: day,
    year: z.int(),
    years: z.array(z.int()),
    /** Missing: not announced. */
    days: z.array(day).optional(),
    /** Registration is made at the national site alone; this is its address. */
    site: z.string(),
    steps: z.array(step),
    /** The papers of each level. */
    levels: z.array(z.strictObject({ level, subjects: z.array(z.strictObject({ id: z.string(), name: named })) })),
    /** Pass lines of the year, marks in half-points; those of a place with its divisions. */
    lines: z.array(
      z.strictObject({
        level,
        subject: z.string().optional(),
        mark: z.int(),
        scope: z.enum(['national', 'local']),
        regions: z.array(z.string()).optional(),
        verified: z.boolean(),
        source: z.string(),
      }),
    ),
  }),
};
