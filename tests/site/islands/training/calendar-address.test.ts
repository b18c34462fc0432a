import { expect, it } from 'vitest';
import { courseCalendar, inLanguage, subscribed } from '../../../../site/src/islands/training/calendar-address.ts';

it('leads to the calendar of a course in the language of the page', () => {
  expect(courseCalendar('course-a', 'zh')).toBe('/api/public/calendars/courses/course-a');
  expect(courseCalendar('course-a', 'en')).toBe('/api/public/calendars/courses/course-a?lang=en');
});

it('is opened by the program that subscribes to calendars', () => {
  expect(subscribed(inLanguage('https://zhuren.example/x', 'zh'))).toBe('webcal://zhuren.example/x');
});
