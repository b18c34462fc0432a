// Why a station's work cannot be written down, or its appraisal not moved on.
import type { stationReasonsZh } from './zh-station-reasons.ts';

export const stationReasonsEn: typeof stationReasonsZh = {
  'work-voided': 'This record has been taken back and cannot be changed.',
  'work-year': 'A correction stays in its year. Take this record back and write it down anew in the other year.',
  'work-same': 'It says so already: there is nothing to change.',
  'work-future': 'That day has not come yet.',
  'work-outside': 'The unit was not open then.',
  'work-number':
    'There seems to be a phone or identity number in the text. This is about the work: leave out numbers of those who are served and of anybody else.',
  'work-people': 'Some of those who took part did not work at the unit on that day. Choose again.',
  'appraisal-state': 'The appraisal has moved on meanwhile. Reload to see where it is.',
  'appraisal-scores': 'An indicator has no mark, or one out of range.',
  'appraisal-day': 'The visit cannot be later than today.',
  'appraisal-eyes': 'You made the visit: somebody else has to decide.',
  'appraisal-own': 'You belong to this unit: somebody else has to visit it and decide.',
};
