// When the exam is: announced sittings as data, and the countdown to the next one. An unannounced date is said to be so, never guessed.
import { type Day, daysBetween } from '../time.ts';

/** One year's exam. `days` is missing until the notice names them. */
export interface Sitting {
  year: number;
  days?: Day[];
  /** The notice the days were taken from. */
  source?: string;
}

export type Countdown =
  | { state: 'days'; year: number; day: Day; left: number }
  | { state: 'today'; year: number; day: Day; left: 0 }
  | { state: 'unannounced'; year: number };

/** What the countdown shows on `today`: the next exam day, or the year whose days are not announced. Undefined when nothing is known ahead. */
export function countdown(sittings: readonly Sitting[], today: Day): Countdown | undefined {
  for (const sitting of [...sittings].sort((a, b) => a.year - b.year)) {
    if (sitting.days === undefined) {
      if (sitting.year >= Number(today.slice(0, 4))) return { state: 'unannounced', year: sitting.year };
      continue;
    }
    const day = [...sitting.days].sort().find((d) => d >= today);
    if (day === undefined) continue;
    const left = daysBetween(today, day);
    if (left === 0) return { state: 'today', year: sitting.year, day, left: 0 };
    return { state: 'days', year: sitting.year, day, left };
  }
  return undefined;
}
