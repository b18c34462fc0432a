import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  courseOfSession,
  monthOf,
  offersEnd,
  planned,
  sessionId,
  spanOf,
  stateAt,
} from '../../../../functions/domain/courses/course.ts';
import { courseOf, sessionOf } from './builders.ts';

describe('a session’s id', () => {
  it('gives its course back, whatever that is called', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Za-z_-]{8,64}$/), fc.integer({ min: 1, max: 999 }), (course, number) => {
        expect(courseOfSession(sessionId(course, number))).toBe(course);
      }),
    );
  });

  it('is told from what is none', () => {
    expect(['course', 'course-1', 'course-0001x', '-001', ''].map(courseOfSession)).toEqual(Array(5).fill(undefined));
  });
});

it('runs from the beginning of the first session on, and only when published', () => {
  const course = courseOf();
  const at = (now: string) => stateAt(course, now);
  expect([at('2026-04-01T00:59:59.999Z'), at('2026-04-01T01:00:00.000Z')]).toEqual(['published', 'running']);
  expect(stateAt(courseOf({ state: 'draft' }), '2027-01-01T00:00:00.000Z')).toBe('draft');
});

it('spans the sessions that are held', () => {
  const late = sessionOf({
    id: 'course-a-002',
    startsAt: '2026-04-02T01:00:00.000Z',
    endsAt: '2026-04-02T04:00:00.000Z',
  });
  const off = sessionOf({ id: 'course-a-003', state: 'cancelled', startsAt: '2025-01-01T00:00:00.000Z' });
  expect(spanOf([late, off, sessionOf()])).toEqual({ startsAt: sessionOf().startsAt, endsAt: late.endsAt });
  expect(planned([late, off, sessionOf()]).map(({ id }) => id)).toEqual(['course-a-001', 'course-a-002']);
  expect(spanOf([off])).toEqual({});
});

it('offers freed seats until it begins, or for as long as one may enrol', () => {
  expect(offersEnd(courseOf())).toBe('2026-04-01T01:00:00.000Z');
  const window = { opens: '2026-02-01T00:00:00.000Z', closes: '2026-04-01T03:00:00.000Z' };
  expect(offersEnd(courseOf({ window }))).toBe(window.closes);
});

it('is shelved by the month in China', () => {
  expect(monthOf('2026-03-31T16:00:00.000Z')).toBe('2026-04');
});
