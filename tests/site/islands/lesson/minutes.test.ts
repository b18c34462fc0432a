import { expect, it } from 'vitest';
import { asksNow, isVideo, minutesText } from '../../../../site/src/islands/lesson/minutes.ts';

it.each([
  ['https://video.example/1.mp4', true],
  ['https://video.example/1.MP4?sign=a.html', true],
  ['https://video.example/watch?v=1.mp4', false],
  ['https://video.example/course/1', false],
  ['no address', false],
])('%s is a file to play: %s', (link, is) => {
  expect(isVideo(link)).toBe(is);
});

it('tells minutes that were watched, never more than there were', () => {
  expect([0, 59, 60, 599, 600].map(minutesText)).toEqual(['0', '0.9', '1', '9.9', '10']);
});

it('asks every five minutes whether somebody is there', () => {
  expect([0, 1, 19, 20, 21, 40].filter(asksNow)).toEqual([20, 40]);
});
