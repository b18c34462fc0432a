// What somebody sees of their own coming and going at a session, before anybody judges it: the verdict is made when the course is closed.
import { type Instant, instantOf, msOf } from '../time.ts';
import { type Mark, standing } from './marks.ts';

/** Signed in and not yet out; signed out; never signed out; not there. */
export const OWN_STATES = ['in', 'out', 'no-sign-out', 'absent'] as const;

export interface OwnAttendance {
  state: (typeof OWN_STATES)[number];
  /** When one came in: of whoever is in, since when. */
  in?: Instant;
  out?: Instant;
}

/** `openMin`: so many minutes after the end one can still sign out. Undefined as long as nothing can be said. */
export function ownAttendance(
  marks: readonly Mark[],
  { endsAt, openMin }: { endsAt: Instant; openMin: number },
  now: Instant,
): OwnAttendance | undefined {
  const counted = standing(marks);
  const isOver = now > instantOf(msOf(endsAt) + openMin * 60_000);
  if (counted.length === 0) return isOver ? { state: 'absent' } : undefined;
  const ins = counted.filter(({ kind }) => kind === 'in');
  const out = counted.findLast(({ kind }) => kind === 'out')?.at;
  const since = ins.find(({ at }) => out === undefined || at > out)?.at;
  if (since !== undefined) return { state: isOver ? 'no-sign-out' : 'in', in: since };
  if (out === undefined) return undefined;
  return { state: 'out', ...(ins[0] === undefined ? {} : { in: ins[0].at }), out };
}
