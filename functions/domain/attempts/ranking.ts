// 排名 in a group: equal marks share a place, and the place after them is left out (1, 2, 2, 4).
import type { HalfPoints } from '../grading/profile.ts';

export interface Placed<T> {
  place: number;
  one: T;
}

/** All in their places, the most marks first; those who share a place in the order of `key`. */
export function places<T extends { earned: HalfPoints; key: string }>(all: readonly T[]): Placed<T>[] {
  const sorted = all.toSorted((a, b) => b.earned - a.earned || (a.key < b.key ? -1 : 1));
  let place = 0;
  return sorted.map((one, i) => {
    if (one.earned !== sorted[i - 1]?.earned) place = i + 1;
    return { place, one };
  });
}
