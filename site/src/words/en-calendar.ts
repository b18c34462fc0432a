// English: what changed in one's training, and calendars that are subscribed to.
import type { calendarZh, newsZh } from './zh-calendar.ts';

export const newsEn: typeof newsZh = {
  title: 'Changes',
  seen: 'Got it',
  failed: 'This could not be noted. You will be told again next time.',
  courseOff: (why) => `This course is cancelled. Reason: ${why}`,
  off: (when) => `The session of ${when} is cancelled.`,
  added: (when) => `A new session: ${when}.`,
  time: (now, before) => `New time: ${now} (it was ${before}).`,
  place: (when, now, before) => `New place of ${when}: ${now}${before && ` (it was ${before})`}.`,
  online: 'online',
  link: (when) => `The session of ${when} has a new link.`,
  here: 'to be announced',
};

export const calendarEn: typeof calendarZh = {
  title: 'Calendar',
  lead: 'Have your training in the calendar of your phone or computer: new times, new places and cancellations come by themselves.',
  make: 'Make my calendar link',
  made: (moment) => `Your calendar link was made ${moment}. To keep it safe it is shown once, when it is made.`,
  once: 'Use this link now. Whoever has it can see your training, so do not pass it on.',
  address: 'Calendar link',
  open: 'Add to calendar',
  copy: 'Copy the link',
  hint: 'If no calendar opens, copy the link and paste it where your calendar subscribes to another one.',
  again: 'Make a new one',
  confirmAgain: 'Make a new one now',
  willAgain: 'The old link stops at once; calendars that use it are no longer kept up to date.',
  end: 'Stop it',
  confirmEnd: 'Stop it now',
  willEnd: 'The link stops at once, and calendars that use it are no longer kept up to date. Your enrolments stay.',
  ended: 'The calendar link has stopped.',
  failed: 'That did not work. Try again later.',
  conflict: 'Another page has just changed the link. Reload to see it.',
  course: 'Add to calendar',
  province: 'Subscribe to this province’s training',
};
