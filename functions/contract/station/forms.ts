// The forms of station work: records, coverage, months. Text is short and about the work: who was served is a number, never a name.
import * as z from 'zod';
import { ACTIVITY_KINDS } from '../../domain/activities/kinds.ts';
import { SUPERVISIONS } from '../../domain/activities/record.ts';
import { line } from '../common.ts';
import { day, personId } from '../staff/forms.ts';

export const recordId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a record id');
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'must be a month, 2026-05');
export const year = z.string().regex(/^20\d{2}$/, 'must be a year, 2026');

const count = (most: number) => z.int().min(0).max(most);

/** Kept to the lengths of a form: no room for a story about somebody. */
const activity = {
  day,
  kind: z.enum(ACTIVITY_KINDS),
  title: line(60),
  /** Empty where a list says none. */
  place: z.union([line(40), z.literal('')]),
  /** Person-times: somebody who comes twice is two. */
  served: count(1_000_000),
  volunteers: count(100_000),
  minutes: count(10_000),
};

/** In cents. */
const fund = { day, cents: z.int().min(1).max(100_000_000_000), source: line(60) };

const supervision = {
  day,
  kind: z.enum(SUPERVISIONS),
  supervisor: line(30),
  minutes: z.int().min(1).max(10_000),
  people: z.array(personId).max(100),
  summary: z.string().trim().max(300),
};

/** An activity of a list, with where it stands in the file. */
export const workRow = z.strictObject({ line: z.int().min(1).max(2_000_000), ...activity });

export const work = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('activity'), ...activity }),
  z.strictObject({ type: z.literal('fund'), ...fund }),
  z.strictObject({ type: z.literal('supervision'), ...supervision }),
]);

/** `visits` were made in the month; the others are as they stood at its end. */
export const coverage = z.strictObject({
  households: count(1_000_000),
  people: count(10_000_000),
  visits: count(1_000_000),
  volunteers: count(1_000_000),
});
