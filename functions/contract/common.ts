// The forms that all audiences share, in a file of their own: whoever takes one of them takes nothing else along.
import * as z from 'zod';

/** Made by the caller for one wish: sent again, with the same body, it has no second effect, however much later. */
export const requestId = z.string().regex(/^[0-9A-Za-z_-]{16,64}$/, 'must be a request id');

export const instant = z.iso.datetime({ precision: 3 });

/** Text that shows on one line: marks that turn or hide text are refused. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u, 'must be plain text');
