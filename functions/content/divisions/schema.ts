// The shapes of the division files: what is not as the domain's types say is refused, and no code passes for a number.
import * as z from 'zod';
import type { Change } from '../../domain/divisions/changes.ts';
import type { DivisionFile, Row } from '../../domain/divisions/file.ts';
import { day } from '../schema.ts';

const code = z.string().regex(/^[1-9]\d{5}(\d{3})?$/, 'a code of six or nine digits');
const suffix = z.string().regex(/^(\d{3}|\d{4}|\d{6,7})$/, 'the last digits of a code');
const name = z.string().trim().min(1);
const initials = z.string().regex(/^[a-z0-9]+$/, 'small letters and digits');

const row: z.ZodType<Row> = z.lazy(() => z.tuple([suffix, name, initials, z.exactOptional(z.array(row))]));

const change = z.strictObject({
  on: day,
  source: z.string().min(1),
  open: z.exactOptional(z.array(z.strictObject({ code, name, initials, parent: code }))),
  move: z.exactOptional(z.array(z.tuple([code, code]))),
  close: z.exactOptional(
    z.array(
      z.strictObject({
        code,
        into: z.array(code).min(1),
        was: z.exactOptional(z.strictObject({ name, initials, parent: code })),
      }),
    ),
  ),
}) satisfies z.ZodType<Change>;

/** `changes.json`: what was announced, in order of days. */
export const changesFile = z.strictObject({ changes: z.array(change) });

/** `data/<province>.json`: one province, all its divisions, without changes. */
export const provinceFile = z.strictObject({
  format: z.literal(1),
  edition: z.string().regex(/^\d{4}$/),
  rows: z.array(row).length(1),
}) satisfies z.ZodType<Omit<DivisionFile, 'changes'>>;
