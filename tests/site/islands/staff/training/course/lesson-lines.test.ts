import { expect, it } from 'vitest';
import { lessonLines, lessonsIn } from '../../../../../../site/src/islands/staff/training/course/lesson-lines.ts';

const LESSONS = [
  { title: '第一课', minutes: 45, link: 'https://video.example/1.mp4' },
  { title: '第二课', minutes: 30, link: 'https://video.example/2' },
];

it('reads what it has written, blank lines and full-width strokes too', () => {
  expect(lessonsIn(lessonLines(LESSONS))).toEqual({ lessons: LESSONS });
  expect(lessonsIn('\n第一课｜45｜https://video.example/1.mp4\n\n')).toEqual({ lessons: LESSONS.slice(0, 1) });
  expect(lessonsIn('')).toEqual({ lessons: [] });
});

it.each([
  'no parts',
  '第一课 | 0 | https://video.example/1',
  '第一课 | 601 | https://video.example/1',
  '第一课 | 45 | http://video.example/1',
  '第一课 | 45 | javascript:alert(1)',
  ' | 45 | https://video.example/1',
  '第一课 | 45 | https://video.example/1 | more',
])('names the line that it cannot read: %s', (line) => {
  expect(lessonsIn(`${lessonLines(LESSONS)}\n${line}`)).toMatchObject({ fault: 3 });
});
