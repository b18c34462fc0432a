// The forms that routes of the door share, whoever asks.
import * as z from 'zod';
import { CODE_KINDS } from '../../domain/door/codes.ts';
import { sessionId } from './forms.ts';

export const codeKind = z.enum(CODE_KINDS);

/** The state of a leave: asked for, granted, refused, taken back by its person. */
export const excuseState = z.enum(['asked', 'granted', 'refused', 'taken-back']);

/** A secret of the phone's own: whoever redeems a scan must be the phone that scanned. */
export const deviceSecret = z.string().regex(/^[0-9A-Za-z_-]{16,64}$/, 'must be a device’s secret');

export const scanned = z.strictObject({
  /** The session that the code names, which may be another than the one that is asked for. */
  session: sessionId,
  kind: codeKind,
  step: z.int().min(0).max(9_999_999_999),
  token: z.string().regex(/^[0-9a-f]{32}$/, 'must be a code’s token'),
});
