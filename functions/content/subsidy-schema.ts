// What the data of subsidies may hold: the rules of places, each with what is known of it. `unknown` is said, never left out.
import * as z from 'zod';
import { levelOf } from '../domain/divisions/division.ts';
import { day } from './schema.ts';

const named = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const cents = z.int().min(1).max(10_000_000);
const unknown = z.literal('unknown');
const months = z.int().min(1).max(120);
const date = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and a day as 03-31');
const post = z.enum(['social-worker', 'community-worker', 'grid-worker', 'supervisor', 'volunteer', 'other']);

const rule = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be an id as hexian-first'),
    place: z.strictObject({
      code: z.string().refine((code) => levelOf(code) !== undefined, 'must be the code of a division'),
      name: named,
    }),
    name: named,
    kind: z.enum(['one-off', 'monthly']),
    amounts: z.partialRecord(z.enum(['junior', 'intermediate', 'senior']), cents),
    difference: z.union([z.boolean(), unknown]),
    cap: z.union([cents, z.literal('none'), unknown]),
    firstTime: z.enum(['level', 'ever', 'unclear', 'none', 'unknown']),
    registration: z.union([
      z.strictObject({ where: z.union([unknown, z.string().min(1)]) }),
      z.literal('none'),
      unknown,
    ]),
    service: z.union([z.strictObject({ months, of: z.enum(['work', 'social-work']) }), z.literal('none'), unknown]),
    posts: z.union([z.array(post).min(1), z.literal('any'), unknown]),
    established: z.enum(['excluded', 'any', 'unknown']),
    appraisal: z.enum(['passed', 'none', 'unknown']),
    window: z.union([
      z.strictObject({ from: date, last: date }),
      z.strictObject({ months }),
      z.literal('none'),
      unknown,
    ]),
    notice: z.union([
      z.strictObject({ days: z.int().min(1).max(60), working: z.boolean() }),
      z.literal('none'),
      unknown,
    ]),
    payer: z.string().min(1),
    from: z.union([day, unknown]),
    to: z.exactOptional(day),
    words: named,
    source: z.string().min(1),
    verified: z.boolean(),
  })
  .refine(({ amounts }) => Object.keys(amounts).length > 0, 'amounts: of one level at least')
  .refine(({ from, to }) => to === undefined || from === 'unknown' || from <= to, 'to: not before from');

/** Entries of one rule follow each other: on no day do two of them hold. */
export const subsidiesFile = z
  .strictObject({ rules: z.array(rule).min(1) })
  .refine(({ rules }) => rules.every((one, i) => rules.slice(0, i).every((other) => !bothHold(one, other))), {
    message: 'rules: two entries of one id hold on one day',
  });

type Rule = z.output<typeof rule>;

function bothHold(a: Rule, b: Rule): boolean {
  const first = ({ from }: Rule) => (from === 'unknown' ? '' : from);
  return a.id === b.id && (a.to === undefined || first(b) <= a.to) && (b.to === undefined || first(a) <= b.to);
}
