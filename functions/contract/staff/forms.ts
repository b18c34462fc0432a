// The forms that staff routes share: ids, days, reasons, cursors. Ids hold no '#', '~' or slash: keys and paths are made of them.
import * as z from 'zod';
import { ROLES } from '../../domain/access/roles.ts';
import { isDay } from '../../domain/period.ts';

export const unitId = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/, 'must be a unit id');
export const personId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a person id');
export const grantId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a grant id');
export const role = z.enum(ROLES);

/** A day of the calendar in China. */
export const day = z.string().refine(isDay, 'must be a day, 2026-05-23');

/** Why a thing is done; it stands in the audit for ever. */
export const why = z.string().trim().min(2).max(200);

/** A name that shows: of a unit or a person. Marks that turn or hide text are refused, for they make one name look like another. */
export const name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u, 'must be plain text');

/** Where a list goes on: made by the server for one actor and one question, and of use to nobody else. */
export const cursor = z
  .string()
  .max(4000)
  .regex(/^[\w-]+$/, 'must be a cursor of this list');

/** How often a thing was changed, as the caller saw it: a change of something that was changed meanwhile is a `conflict`. */
export const version = z.int().min(0);
