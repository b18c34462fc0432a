import { expect, it } from 'vitest';
import { addressOf, placeFrom } from '../../../../../site/src/islands/staff/training/route.ts';

it('finds the place that an address was made from', () => {
  const places = [
    { view: 'list', unit: 'unit-1' },
    { view: 'marks', course: 'course-1', session: 'course-1-002' },
    { view: 'door', course: 'course-1', session: 'course-1-002' },
  ] as const;
  for (const place of places) expect(placeFrom(new URL(addressOf(place), 'http://x').search)).toEqual(place);
});

it('opens the list where a view lacks what it is about', () => {
  expect(placeFrom('?view=roster').view).toBe('list');
  expect(placeFrom('?view=door&course=course-1').view).toBe('list');
  expect(placeFrom('?view=nonsense&course=course-1').view).toBe('list');
});

it('leaves out what is no id', () => {
  expect(placeFrom('?view=course&course=%3Cscript%3E')).toEqual({ view: 'list' });
});
