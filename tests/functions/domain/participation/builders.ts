// Entries of training for tests: one that is plain, and any that closing a course can write.
import fc from 'fast-check';
import { COURSE_KINDS, FORMS } from '../../../../functions/domain/courses/course.ts';
import type { TrainingEntry } from '../../../../functions/domain/participation/training.ts';
import { addDays } from '../../../../functions/domain/time.ts';

export const UNITS = ['station', 'street', 'bureau'] as const;
const STATES = ['present', 'late', 'left-early', 'excused', 'absent', 'no-sign-out'] as const;

/** Three hours of an on-site session, that somebody of the station came to. */
export function entry(given: Partial<TrainingEntry> = {}): TrainingEntry {
  return {
    ...{ session: 'course-1-001', course: 'course-1', organiser: 'centre', unit: 'station', day: '2026-04-01' },
    ...{ kind: 'pre-exam', form: 'on-site', state: 'present', enrolled: true, minutes: 180, views: 0 },
    ...{ at: '2026-04-03T02:00:00.000Z' },
    ...given,
  };
}

/** Few courses, units and days, so that they meet. Sessions differ; a course keeps its kind. */
export const entries: fc.Arbitrary<TrainingEntry[]> = fc
  .array(
    fc.record({
      course: fc.integer({ min: 0, max: 4 }),
      unit: fc.constantFrom(...UNITS, undefined),
      day: fc.integer({ min: 0, max: 364 }),
      form: fc.constantFrom(...FORMS),
      state: fc.constantFrom(...STATES),
      enrolled: fc.boolean(),
      minutes: fc.integer({ min: 0, max: 480 }),
      views: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ course, day, ...rest }, i) => ({
      ...entry(rest),
      session: `course-${course}-${String(i).padStart(3, '0')}`,
      course: `course-${course}`,
      kind: COURSE_KINDS[course] ?? 'other',
      day: addDays('2026-01-01', day),
    })),
  );
