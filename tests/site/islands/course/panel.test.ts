// What somebody may do about a course now.
import { expect, it } from 'vitest';
import { ENROLMENT_STATES } from '../../../../functions/domain/courses/enrolment.ts';
import {
  type Course,
  choicesFor,
  closedTo,
  minutesLeft,
  prospectOf,
} from '../../../../site/src/islands/course/panel.ts';

const NOW = '2026-05-10T04:00:00.000Z';
const OPEN = { opens: NOW, closes: '2026-05-11T04:00:00.000Z' };

function course(change: Partial<Course> = {}): Course {
  return {
    ...{
      course: 'course-0001',
      title: '班',
      kind: 'other',
      form: 'on-site',
      state: 'published',
      unit: 'u',
      unitName: 'u',
    },
    ...{
      coOrganisers: [],
      target: '',
      syllabus: [],
      walkIns: false,
      approval: 'none',
      minutesPerHour: 45,
      sessions: [],
    },
    ...{
      who: { anyone: true, units: [], posts: [], levels: [] },
      window: OPEN,
      capacity: 2,
      open: 1,
      waiting: 0,
      now: NOW,
    },
    ...change,
  };
}

it('lets a newcomer enrol in the window alone', () => {
  const at = (now: string) => closedTo(course(), now);
  expect([at('2026-05-10T03:59:59.999Z'), at(NOW), at(OPEN.closes)]).toEqual(['not-yet', undefined, 'over']);
  expect(closedTo(course({ state: 'cancelled' }), NOW)).toBe('closed');
  expect(choicesFor(course(), undefined, NOW)).toEqual(['enrol']);
  expect(choicesFor(course({ state: 'closed' }), undefined, NOW)).toEqual([]);
});

it('tells before enrolling what it will lead to', () => {
  const prospects = [course(), course({ open: 0 }), course({ open: 0, approval: 'unit' })].map(prospectOf);
  expect(prospects).toEqual(['seat', 'queue', 'ask']);
});

it('offers in each state what that state allows', () => {
  const choices = ENROLMENT_STATES.map((state) => [state, choicesFor(course(), { state }, NOW)]);
  expect(Object.fromEntries(choices)).toEqual({
    requested: ['withdraw'],
    enrolled: ['withdraw'],
    waiting: ['withdraw'],
    offered: ['accept', 'decline'],
    refused: ['enrol'],
    withdrawn: ['enrol'],
    removed: ['enrol'],
    declined: ['enrol'],
    lapsed: ['enrol'],
  });
});

it('offers nothing in a course that is over', () => {
  expect(choicesFor(course({ state: 'closed' }), { state: 'enrolled' }, NOW)).toEqual([]);
});

it('counts an offer’s minutes up, and none once it is over', () => {
  expect(minutesLeft('2026-05-10T04:00:00.001Z', NOW)).toBe(1);
  expect(minutesLeft(NOW, NOW)).toBeUndefined();
});
