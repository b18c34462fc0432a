// What the data of the exam's entry rules and of the way to it may hold.
import * as z from 'zod';
import { EDUCATIONS } from '../domain/people/person.ts';
import { day } from './schema.ts';

const named = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const level = z.enum(['junior', 'intermediate', 'senior']);
const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

const rule = z.strictObject({
  id,
  level,
  words: named,
  education: z.enum(EDUCATIONS),
  major: z.exactOptional(z.boolean()),
  years: z.int().min(0).max(20),
  after: z.exactOptional(level),
});

export const eligibilityFile = z.strictObject({
  editions: z
    .array(
      z.strictObject({
        from: z.int(),
        source: z.string().min(1),
        verified: z.boolean(),
        counted: z.strictObject({
          of: z.enum(['exam-year', 'year-before']),
          monthDay: z.string().regex(/^\d\d-\d\d$/),
          verified: z.boolean(),
          source: z.string().min(1),
        }),
        rules: z
          .array(rule)
          .min(1)
          .refine((rules) => new Set(rules.map((one) => one.id)).size === rules.length, 'an id is used twice'),
      }),
    )
    .min(1),
});

export const guideFile = z
  .strictObject({
    site: z.url(),
    steps: z.array(z.strictObject({ id, name: named, what: named })).min(1),
    dates: z.array(
      z.strictObject({
        year: z.int(),
        step: id,
        from: day,
        to: z.exactOptional(day),
        source: z.string().min(1),
        verified: z.boolean(),
      }),
    ),
  })
  .refine(
    ({ steps, dates }) => dates.every((date) => steps.some((step) => step.id === date.step)),
    'dates: of a step that is there',
  );
