// Marks of a morning, and sets of marks as doors leave them.
import fc from 'fast-check';
import type { Mark, Presence } from '../../../../functions/domain/attendance/marks.ts';
import { type Instant, instantOf, msOf } from '../../../../functions/domain/time.ts';

/** An instant of 2026-05-23 in China, from a clock text `09:00` or `09:00:30`. */
export function clock(text: string): Instant {
  const seconds = text.length === 5 ? `${text}:00` : text;
  return instantOf(msOf(`2026-05-23T${seconds}.000+08:00`));
}

/** 09:00–12:00. */
export const morning = { startsAt: clock('09:00'), endsAt: clock('12:00') };

export function mark(n: number, kind: Presence['kind'], text: string, more: Partial<Presence> = {}): Presence {
  return { n, kind, at: clock(text), how: 'scan', ...more };
}

/** Marks in the order of receipt, from texts as `in 08:50`. */
export function marks(...texts: string[]): Presence[] {
  return texts.map((text, i) => {
    const [kind = '', time = ''] = text.split(' ');
    return mark(i + 1, kind as Presence['kind'], time);
  });
}

export function voidOf(n: number, of: number): Mark {
  return { n, kind: 'void', of, at: clock('13:00'), how: 'manual', by: 'trainer-1', why: '误签' };
}

/** An instant between 08:00 and 13:00, to the second. */
export const anyInstant = fc.nat({ max: 5 * 3600 }).map((s) => instantOf(msOf(clock('08:00')) + s * 1000));

const presence = fc.record({
  kind: fc.constantFrom('in', 'out', 'mid'),
  at: anyInstant,
  how: fc.constantFrom('scan', 'digits', 'manual', 'offline', 'relayed'),
});

/** What a door may have received of one person, voids among it. */
export const anyMarks: fc.Arbitrary<Mark[]> = fc
  .tuple(fc.array(presence, { maxLength: 8 }), fc.array(fc.nat({ max: 9 }), { maxLength: 2 }))
  .map(([held, voids]) => [
    ...held.map((one, i): Mark => ({ ...one, n: i + 1 })),
    ...voids.map((of, i) => voidOf(held.length + 1 + i, of)),
  ]);
