import { expect, it } from 'vitest';
import type { Course } from '../../../../functions/domain/courses/course.ts';
import { COURSE_MOVES, type CourseMove, courseCan } from '../../../../functions/domain/courses/moves.ts';
import { courseOf } from './builders.ts';

const before = '2026-03-01T00:00:00.000Z';
const during = '2026-04-01T02:00:00.000Z';

/** Written by hand, state by state: the oracle of the table. */
const allowed: [Course['state'], string, string][] = [
  ['draft', before, 'edit publish add-sessions change-session cancel-session capacity cancel'],
  [
    'published',
    before,
    'edit add-sessions change-session cancel-session capacity close-enrolment cancel enrol runDoor',
  ],
  [
    'published',
    during,
    'edit add-sessions change-session cancel-session capacity close-enrolment cancel enrol runDoor close',
  ],
  ['closed', during, 'correct'],
  ['cancelled', during, ''],
];

it.each(allowed)('a course that is %s at %s may: %s', (state, now, moves) => {
  const names = Object.keys(COURSE_MOVES) as CourseMove[];
  const course = courseOf({ state });
  expect(names.filter((move) => courseCan[move](course, now)).sort()).toEqual(moves.split(' ').filter(Boolean).sort());
});
