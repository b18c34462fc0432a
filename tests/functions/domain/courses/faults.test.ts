import { describe, expect, it } from 'vitest';
import type { CoursePlan, Session } from '../../../../functions/domain/courses/course.ts';
import { COURSE_FAULTS, faultsOf } from '../../../../functions/domain/courses/faults.ts';
import { NOON } from '../../../support/builders.ts';
import { courseOf, sessionOf } from './builders.ts';

function faults(plan: Partial<CoursePlan>, ...sessions: Partial<Session>[]): string[] {
  const held = sessions.length === 0 ? [sessionOf()] : sessions.map(sessionOf);
  return faultsOf(courseOf(plan), held, NOON).map(({ path, code }) => `${path} ${code}`);
}

const window = { opens: '2026-02-01T00:00:00.000Z', closes: '2026-03-20T00:00:00.000Z' };
const { place: _, ...placeless } = courseOf();

/** Code → what brings it about, with the field it is told at. */
const cases: Record<(typeof COURSE_FAULTS)[number], [string, () => string[]]> = {
  'title-blank': ['title', () => faults({ title: ' ' })],
  'target-blank': ['target', () => faults({ target: '' })],
  'capacity-invalid': ['capacity', () => faults({ capacity: 0 })],
  'offer-hours-invalid': ['offerHours', () => faults({ offerHours: 1.5 })],
  'rule-invalid': ['rule.minShare', () => faults({ rule: { ...courseOf().rule, minShare: 101 } })],
  'hour-invalid': ['minutesPerHour', () => faults({ minutesPerHour: 29 })],
  'units-none': ['who.units', () => faults({ who: { units: [] } })],
  'window-missing': [
    'window',
    () => faultsOf(without(courseOf()), [sessionOf()], NOON).map(({ path, code }) => `${path} ${code}`),
  ],
  'window-order': ['window.closes', () => faults({ window: { opens: window.closes, closes: window.opens } })],
  'window-late': ['window.closes', () => faults({ window: { ...window, closes: '2026-04-02T00:00:00.000Z' } })],
  'window-past': ['window.closes', () => faults({ window: { ...window, closes: NOON } })],
  'sessions-none': ['sessions', () => faults({}, { state: 'cancelled' })],
  'sessions-too-many': ['sessions', () => faults({}, ...Array<object>(45).fill({}))],
  'session-order': ['sessions.0.endsAt', () => faults({}, { endsAt: sessionOf().startsAt })],
  'session-long': ['sessions.0.endsAt', () => faults({}, { endsAt: '2026-04-02T01:00:00.001Z' })],
  'session-past': ['sessions.1.startsAt', () => faults({}, {}, { startsAt: '2026-03-01T01:00:00.000Z', endsAt: NOON })],
  'session-form': ['sessions.0.form', () => faults({}, { form: 'live' })],
  'place-missing': [
    'sessions.0.place',
    () => faultsOf(placeless, [sessionOf()], NOON).map(({ path, code }) => `${path} ${code}`),
  ],
};

function without({ window: _w, ...plan }: CoursePlan): CoursePlan {
  return plan;
}

describe.each(COURSE_FAULTS)('the fault %s', (code) => {
  it('is found, and told at its field', () => {
    const [path, found] = cases[code];
    expect(found()).toEqual([`${path} ${code}`]);
  });
});

it('finds nothing in a plan that is whole', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ form: 'mixed' }, { form: 'recorded', endsAt: '2026-05-01T00:00:00.000Z' }, { form: 'live' })).toEqual(
    [],
  );
});

it('counts the sessions that are cancelled, but not their faults', () => {
  expect(faults({}, { state: 'cancelled', endsAt: NOON }, { form: 'live' })).toEqual(['sessions.1.form session-form']);
});
