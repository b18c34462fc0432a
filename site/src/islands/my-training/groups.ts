// One's enrolments by what they ask for: what must be confirmed first, what is over last. Pure.
import { isEnd } from '../../../../functions/domain/courses/enrolment.ts';
import type { Mine } from '../training/doors.ts';

export const GROUPS = ['offered', 'enrolled', 'waiting', 'requested', 'ended'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf({ state, courseState }: Pick<Mine, 'state' | 'courseState'>): Group {
  if (isEnd(state) || courseState === 'closed' || courseState === 'cancelled') return 'ended';
  return GROUPS.find((group) => group === state) ?? 'ended';
}

/** The groups that hold something, in their order. */
export function grouped(enrolments: readonly Mine[]): [Group, Mine[]][] {
  const byGroup = Map.groupBy(enrolments, groupOf);
  return GROUPS.flatMap((group) => {
    const held = byGroup.get(group);
    return held === undefined ? [] : [[group, held] as [Group, Mine[]]];
  });
}
