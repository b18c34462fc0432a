// Small builders of training: a valid course, session or seats, with what matters to a test put in its place.
import type { Course, Session } from '../../../../functions/domain/courses/course.ts';
import { newPlan } from '../../../../functions/domain/courses/plan.ts';
import type { Seats } from '../../../../functions/domain/courses/seats.ts';
import { NOON } from '../../../support/builders.ts';

export function courseOf(change: Partial<Course> = {}): Course {
  return {
    ...newPlan('考前冲刺班', 'pre-exam', 'on-site'),
    ...{ target: '报考人员', place: { division: '360400', address: '一号教室' } },
    window: { opens: '2026-02-01T00:00:00.000Z', closes: '2026-03-20T00:00:00.000Z' },
    ...{ id: 'course-a', unit: 'unit-a', state: 'published', createdAt: NOON, createdBy: 'person-clerk' },
    ...{ startsAt: '2026-04-01T01:00:00.000Z', endsAt: '2026-04-01T04:00:00.000Z', nextSession: 2, version: 1 },
    ...change,
  };
}

export function sessionOf(change: Partial<Session> = {}): Session {
  const times = { startsAt: '2026-04-01T01:00:00.000Z', endsAt: '2026-04-01T04:00:00.000Z' };
  const state = { state: 'planned', sequence: 0 } as const;
  return { id: 'course-a-001', course: 'course-a', form: 'on-site', ...times, trainers: [], ...state, ...change };
}

export function seatsOf(change: Partial<Seats> = {}): Seats {
  return { state: 'published', capacity: 3, taken: 0, waiting: 0, tickets: 0, ...change };
}
