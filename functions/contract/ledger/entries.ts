// One person's ledger on the wire: what counts in a registration period and why, what is proposed for it, and what becomes of that.
import * as z from 'zod';
import { instant, requestId, line as text } from '../common.ts';
import { day, personId, why } from '../staff/forms.ts';
import {
  entryId,
  entryMove,
  entryState,
  evidence,
  figures,
  hoursKind,
  level,
  noLedger,
  period,
  when,
} from './forms.ts';

const params = z.strictObject({ person: personId });

/** What became of some of an entry's minutes, as a code and its figures (domain/hours/ledger-lines). `byName` is who decided. */
const line = z.strictObject({
  entry: entryId,
  title: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  byName: z.string().optional(),
});

const entry = z.strictObject({
  id: entryId,
  kind: hoursKind,
  /** Of a course: its name. */
  title: z.string(),
  organiser: z.string().optional(),
  /** Before any rule. */
  minutes: z.int(),
  /** The day on which it began; missing for one without any time in it. */
  day: day.optional(),
  /** Where it is known to the minute. */
  intervals: z.array(z.strictObject({ from: instant, to: instant })).optional(),
  /** Earned at a session of a course of this site. */
  course: z.string().optional(),
  session: z.string().optional(),
  /** Of taught courses: the entry of the degree that they led to. */
  degree: z.string().optional(),
  /** Of a local category: the code of its division. */
  place: z.string().optional(),
  category: z.string().optional(),
  evidence: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  state: entryState,
  /** All states in the order they came. */
  facts: z.array(
    z.strictObject({
      state: entryState,
      at: instant,
      by: personId,
      byName: z.string().optional(),
      why: z.string().optional(),
    }),
  ),
  /** What the caller may do to it. */
  moves: z.array(entryMove),
});

export const readLedger = {
  params,
  /** A day of the registration period that is asked for; today when missing. */
  query: z.strictObject({ day: day.optional() }),
  answer: z.strictObject({
    person: personId,
    name: z.string(),
    day,
    today: day,
    /** Of the highest certificate that is registered on the day; missing with a reason. */
    ledger: z
      .strictObject({
        ...figures,
        counted: z.strictObject({ training: z.int(), degree: z.int(), taught: z.int(), local: z.int() }),
        /** By time; the lines of an entry sum to its minutes. */
        lines: z.array(line),
      })
      .optional(),
    reason: noLedger.optional(),
    /** With `before`: the day on which the first registration begins. */
    begins: day.optional(),
    /** The registration periods up to today's, the earliest first, each to be asked for by its first day. */
    periods: z.array(period.extend({ level })),
    /** Everything that was handed in or earned, in all periods, the latest first. Local categories count only where a rule of the place is kept. */
    entries: z.array(entry),
    /** Whether somebody else can decide about hours: nobody can for a person who is in no unit. */
    decidable: z.boolean(),
    /** Whether the caller may add an entry: never for a person who is in no unit, or whose account is deleted. */
    addable: z.boolean(),
  }),
};

const proposed = { request: requestId, title: text(80), organiser: text(80), evidence };

export const addEntry = {
  params,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('training'), ...proposed, when }),
    /** `day` is the day on which it was awarded. */
    z.strictObject({ kind: z.literal('degree'), ...proposed, day }),
    z.strictObject({ kind: z.literal('taught'), ...proposed, when, degree: entryId.optional() }),
    z.strictObject({
      kind: z.literal('local'),
      ...proposed,
      when,
      place: z.string().regex(/^[1-9]\d{5}(\d{3})?$/, 'must be the code of a division'),
      category: text(40),
    }),
  ]),
  answer: z.strictObject({ entry: entryId, state: entryState }),
};

export const moveEntry = {
  params: z.strictObject({ person: personId, entry: entryId }),
  /** All but an approval say why. */
  body: z.strictObject({ request: requestId, move: entryMove, why: why.optional() }),
  answer: z.strictObject({ entry: entryId, state: entryState }),
};
