// The order of a roster. Pure.
import { holdsSeat } from '../../../../../../functions/domain/courses/enrolment.ts';
import type { RosterRow } from '../whole-course.ts';

/** Who asks first, then who has a seat, then the queue in its order, then those who are out of it. */
export function inOrder(rows: readonly RosterRow[]): RosterRow[] {
  const rank = ({ state, position = 0 }: RosterRow) => {
    if (state === 'requested') return 0;
    if (holdsSeat(state)) return 1;
    return state === 'waiting' ? 2 + position : 1_000_000;
  };
  return rows.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
