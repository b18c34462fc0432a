import { expect, it } from 'vitest';
import { collide, conflictsIn } from '../../../../functions/domain/courses/conflicts.ts';
import { sessionOf } from './builders.ts';

const morning = sessionOf();
const noon = sessionOf({
  id: 'course-b-001',
  course: 'course-b',
  startsAt: '2026-04-01T03:00:00.000Z',
  endsAt: '2026-04-01T05:00:00.000Z',
});
const after = sessionOf({ id: 'course-c-001', startsAt: morning.endsAt, endsAt: '2026-04-01T06:00:00.000Z' });

it('is met where two sessions have a moment in common, and not where one begins as the other ends', () => {
  expect([collide(morning, noon), collide(morning, after), collide(noon, after)]).toEqual([true, false, true]);
  expect(conflictsIn([after, noon, morning]).map((pair) => pair.map(({ id }) => id))).toEqual([
    ['course-a-001', 'course-b-001'],
    ['course-b-001', 'course-c-001'],
  ]);
});

it('is none with what is cancelled, recorded, or the same', () => {
  expect(collide(morning, { ...noon, state: 'cancelled' })).toBe(false);
  expect(collide(morning, { ...noon, form: 'recorded' })).toBe(false);
  expect(collide(morning, morning)).toBe(false);
});
