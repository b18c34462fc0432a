// Marks as suspicion sees them: who was where, when, and by which phone.
import type { Presence } from './marks.ts';

/** A mark that counts. `device` is a pseudonym of a phone. */
export interface Sighting extends Pick<Presence, 'kind' | 'at' | 'how' | 'device'> {
  person: string;
  session: string;
}

/** Whether a mark was made by a phone held to the door's code: a trainer's device marks everybody, and says nothing of phones. */
export function isByPhone<S extends Pick<Sighting, 'device' | 'how'>>(mark: S): mark is S & { device: string } {
  return mark.device !== undefined && (mark.how === 'scan' || mark.how === 'digits');
}
