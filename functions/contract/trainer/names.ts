// What those are called who did something at the door, beside what they did.
import * as z from 'zod';

/** Id → name of the staff that an answer speaks of. Whoever has no name here is known by the id alone. */
export const staffNames = z.record(z.string(), z.string());
