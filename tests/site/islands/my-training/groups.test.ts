// One's enrolments by what they ask for, and the hours of one's certificates.
import { expect, it } from 'vitest';
import { grouped, groupOf } from '../../../../site/src/islands/my-training/groups.ts';
import { type Own, totalText } from '../../../../site/src/islands/my-training/totals.ts';
import type { Mine } from '../../../../site/src/islands/training/doors.ts';

const mine = (course: string, state: Mine['state'], courseState: Mine['courseState'] = 'published') =>
  ({ course, state, courseState }) as Mine;

it('puts what must be confirmed first and what is over last', () => {
  const all = [mine('a', 'withdrawn'), mine('b', 'waiting'), mine('c', 'enrolled'), mine('d', 'offered')];
  expect(grouped(all).map(([group, held]) => [group, held.map(({ course }) => course)])).toEqual([
    ['offered', ['d']],
    ['enrolled', ['c']],
    ['waiting', ['b']],
    ['ended', ['a']],
  ]);
});

it('takes an enrolment in a course that is over for over', () => {
  expect(groupOf(mine('a', 'enrolled', 'cancelled'))).toBe('ended');
});

it('sums the hours of valid certificates alone, each by its own course’s minutes an hour', () => {
  const own = (minutes: number, minutesPerHour: number, status: Own['status'] = 'valid') =>
    ({ minutes, minutesPerHour, status }) as Own;
  expect(totalText([own(135, 45), own(100, 60), own(600, 60, 'revoked')])).toBe('4.67');
  expect(totalText([])).toBe('0');
});
