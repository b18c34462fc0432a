// Whose exams they are, where that person stands, and what a caller may do to an entry of theirs.
import type { Action } from '../domain/access/actions.ts';
import { type Actor, can, ofPerson, type Place } from '../domain/access/can.ts';
import { canMoveExam, type ExamEntry, type ExamMove, holdingOf } from '../domain/exams/record.ts';
import { firstDay } from '../domain/exams/results.ts';
import { employmentsOn } from '../domain/people/employment.ts';
import type { Day } from '../domain/time.ts';
import type { StoredExams } from '../store/exam-records.ts';
import type { Person as Record } from '../store/person-writes.ts';
import { type Person, signedIn, today } from './access.ts';
import type { ExamDeps } from './deps.ts';
import { placesOf } from './person-records.ts';
import { Problem } from './problem.ts';

export interface ExamsOf {
  me: Person;
  person: Pick<Record, 'id' | 'deletedAt'>;
  /** Where the person works; nowhere for somebody of no unit. */
  places: Place[];
}

export interface Found extends ExamsOf {
  person: Record;
  record: StoredExams;
}

/** What may be done to an entry: `put` says something else. */
export type EntryMove = 'put' | ExamMove;

const MOVES: readonly EntryMove[] = ['put', 'confirm', 'refuse', 'withdraw'];

/** A person's exams for themselves, or for whoever may do `staff` at a unit of theirs; Problem `not_found` for everybody else. */
export function examsOf(deps: ExamDeps, actor: Actor) {
  return async (id: string, staff: Action): Promise<Found> => {
    const me = signedIn(actor);
    const person = await deps.store.people.get(id);
    if (person === undefined || person.mergedInto !== undefined) throw new Problem('not_found');
    const held = { me, person, places: await placesOf(deps, person) };
    if (!can.keepOwnExams(me, ofPerson(id)) && placeFor(held, staff) === undefined) throw new Problem('not_found');
    return { ...held, record: (await deps.store.examRecords.get(id)) ?? emptyRecord(deps, id) };
  };
}

/** A record in which nothing was ever said. */
export function emptyRecord(deps: Pick<ExamDeps, 'now'>, person: string): StoredExams {
  return { person, entries: [], version: 0, at: deps.now() };
}

/** The place of the person at which the caller may do an action. */
export function placeFor({ me, places }: ExamsOf, action: Action): Place | undefined {
  return places.find((place) => can[action](me, place));
}

/** Whether the caller looks at their own exams. */
export function isOwn({ me, person }: ExamsOf): boolean {
  return me.person === person.id;
}

/** Why a move may not be made: not by this caller at all, or by a rule. */
type MoveFault = 'not-yours' | 'exam-own' | 'exam-state';

/** What stands against a move; undefined when nothing does. Nobody confirms or refuses what is about themselves. */
export function faultOf(held: ExamsOf, entry: ExamEntry, move: ExamMove): MoveFault | undefined {
  const decides = placeFor(held, 'confirmExams') !== undefined;
  if (move === 'withdraw') return withdrawFault(held, entry, decides);
  if (!decides) return 'not-yours';
  if (isOwn(held)) return 'exam-own';
  return canMoveExam(entry, move) ? undefined : 'exam-state';
}

/** What nobody has confirmed is taken back by whose it is and by whoever keeps it; what was confirmed, by whoever confirms. */
function withdrawFault(held: ExamsOf, entry: ExamEntry, decides: boolean): MoveFault | undefined {
  if (!isOwn(held) && placeFor(held, 'keepExams') === undefined) return 'not-yours';
  if (!canMoveExam(entry, 'withdraw')) return 'exam-state';
  if (holdingOf(entry).state === 'declared') return undefined;
  return decides && !isOwn(held) ? undefined : 'exam-own';
}

/** The moves that a caller may make. */
export function movesFor(held: ExamsOf, entry: ExamEntry): EntryMove[] {
  if (held.person.deletedAt !== undefined) return [];
  return MOVES.filter((move) => (move === 'put' ? mayPut(held) : faultOf(held, entry, move) === undefined));
}

/** Whether the caller may say something about the person's exams. */
export function mayPut(held: ExamsOf): boolean {
  return held.person.deletedAt === undefined && (isOwn(held) || placeFor(held, 'keepExams') !== undefined);
}

/** Whether the caller is shown marks: those of their own, and of the people whose records they keep. Others see what became of a paper. */
export function seesMarks(held: ExamsOf): boolean {
  return isOwn(held) || placeFor(held, 'keepExams') !== undefined;
}

/** Where somebody worked at the time of an exam: on its first day, or today where that is still to come or not announced. */
export function unitsAt(
  deps: Pick<ExamDeps, 'exams' | 'now'>,
  { employments }: Pick<Record, 'employments'>,
  year: number,
): { units: string[]; day: Day } {
  const now = today(deps);
  const first = firstDay(deps.exams.sittings, year);
  const day = first !== undefined && first < now ? first : now;
  return { units: [...new Set(employmentsOn(employments, day).map(({ unit }) => unit))].sort(), day };
}

/** The division whose pass line is taken unless another is named: that of the unit where somebody works, or worked at the time. */
export async function regionOf(deps: ExamDeps, units: readonly string[]): Promise<string | undefined> {
  const found = await deps.store.units.getMany(units.slice(0, 1));
  return [...found.values()][0]?.division;
}
