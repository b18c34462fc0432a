// English: what one's recorded lessons say.
import type { LessonWords } from './zh-lesson.ts';

export const lessonEn: LessonWords = {
  open: 'Watch the lessons',
  close: 'Close the lessons',
  loading: 'Opening the lessons…',
  none: 'There are no lessons in this session yet.',
  watched: (done, all) => `${done} of ${all} minutes watched`,
  full: 'watched to the end',
  watch: (title) => `Watch “${title}”`,
  stop: 'Stop watching',
  counted: 'What counts is the time it really plays: watching again, skipping and playing faster add nothing.',
  offline: 'There is no network: this time is not counted. It goes on by itself when the network is back.',
  video: 'Video of the lesson',
  broken: 'The video did not open. Please check the network, or ask the organiser.',
  outside:
    'The lesson is on another site. Keep this page in view while you watch: in the background the browser slows its clock, and time that is not counted cannot be made up.',
  goOutside: 'Open the lesson',
  start: 'Start counting',
  pause: 'Pause counting',
  running: 'Counting',
  here: 'Are you still watching? Counting is paused.',
  iAmHere: 'I am here, go on',
};
