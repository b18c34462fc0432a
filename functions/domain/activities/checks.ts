// What stands against a record before it is written: days to come, a unit that was not there, numbers that belong to somebody.
import type { Day } from '../time.ts';
import { existsOn, type Unit } from '../units/unit.ts';
import type { CoverageFault } from './coverage.ts';
import type { RecordFault, Work } from './record.ts';

/** A run of digits as long as a phone or an identity number, whatever stands between them. */
const OF_SOMEBODY = /(?:\d[\s-]?){11,}/;

/** Of days to come · when the unit was not there · with somebody's number in a text. */
export type WorkFault = 'work-future' | 'work-outside' | 'work-number';

/** Why a record is not written; and people in supervision who did not work at the unit that day. */
export type WorkRefusal = WorkFault | RecordFault | CoverageFault | 'work-people';

/** Why a record cannot be kept for a unit; undefined when nothing stands against it. */
export function workFault(work: Work, { unit, today }: { unit: Unit; today: Day }): WorkFault | undefined {
  if (work.day > today) return 'work-future';
  if (!existsOn(unit, work.day)) return 'work-outside';
  return textsOf(work).some(holdsNumber) ? 'work-number' : undefined;
}

/** Whether a text holds what may be somebody's phone or identity number. */
export function holdsNumber(text: string): boolean {
  return OF_SOMEBODY.test(text.normalize('NFKC'));
}

function textsOf(work: Work): string[] {
  if (work.type === 'activity') return [work.title, work.place];
  return work.type === 'fund' ? [work.source] : [work.supervisor, work.summary];
}
