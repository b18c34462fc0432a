// How one stands with the hours of continuing education, in English.
import { count } from './en-count.ts';
import type { HoursWords } from './zh-hours.ts';

/** `1 hour`, `2.5 hours`. */
export function hoursEnglish(text: string): string {
  return `${text} ${text === '1' ? 'hour' : 'hours'}`;
}

export const hoursEn: HoursWords = {
  title: 'Hours of continuing education',
  failed: 'Your hours could not be opened. Check the network and try again.',
  open: 'Details, hand in hours',
  ofUnit: 'hours',
  ring: (total, target) => `${total} of ${target} hours done`,
  reached: 'You have the hours that this period asks for.',
  stillOpen: (missing, by, perMonth) => `${hoursEnglish(missing)} to go by ${by}; about ${perMonth} a month`,
  ended: (missing, by) => `This period ended on ${by} with ${hoursEnglish(missing)} missing.`,
  waiting: (n) => `${count(n, 'entry', 'entries')} waiting for a decision`,
  none: {
    'not-registered':
      'No certificate of yours is registered, so no hours are asked for. Once it is registered, ask the liaison of your unit to enter the day: then this page shows what is asked for.',
    before: (day) => `Your registration begins on ${day}. From then on this page shows what is asked for.`,
    'no-target': 'No national rule held when this period began, so nothing is asked for.',
  },
  periodText: (from, to) => `${from} to ${to}`,
};
