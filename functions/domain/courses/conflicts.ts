// Sessions that meet in time: somebody who enrols is warned, never refused, for a recorded session can be followed at another hour.
import type { Session } from './course.ts';

type Timed = Pick<Session, 'id' | 'course' | 'state' | 'form' | 'startsAt' | 'endsAt'>;

/** Whether two sessions cannot both be attended: both are held, live or on site, and have a moment in common. */
export function collide(a: Timed, b: Timed): boolean {
  if (a.id === b.id || a.state !== 'planned' || b.state !== 'planned') return false;
  if (a.form === 'recorded' || b.form === 'recorded') return false;
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** The pairs among sessions that collide, each pair once, the earlier first. */
export function conflictsIn<T extends Timed>(sessions: readonly T[]): [T, T][] {
  const byStart = sessions.toSorted((a, b) => (`${a.startsAt} ${a.id}` < `${b.startsAt} ${b.id}` ? -1 : 1));
  return byStart.flatMap((one, i) => {
    const later = byStart.slice(i + 1).filter((other) => other.startsAt < one.endsAt);
    return later.filter((other) => collide(one, other)).map((other): [T, T] => [one, other]);
  });
}
