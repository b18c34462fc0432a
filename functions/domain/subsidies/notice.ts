// For how long a list is shown to the public (公示). The day on which it is put up does not count (民法典 第二百零一条). Working days are Mondays to
// Fridays: public holidays and the working weekends beside them are data we lack, so whoever puts a list up may let it stand longer, never shorter.
import { addDays, type Day, daysBetween } from '../time.ts';
import type { NoticeDays, SubsidyRule } from './rule.ts';

/** A Monday. */
const MONDAY: Day = '2024-01-01';

/** The last day of a notice that is put up on a day. */
export function lastNoticeDay(from: Day, { days, working }: NoticeDays): Day {
  if (!working) return addDays(from, days);
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWeekday(day)) left -= 1;
  }
  return day;
}

/** The first last day that a rule allows: the day itself where it asks for no notice, or is not known to. */
export function leastLastDay({ notice }: Pick<SubsidyRule, 'notice'>, from: Day): Day {
  return typeof notice === 'string' ? from : lastNoticeDay(from, notice);
}

/** Monday to Friday. */
function isWeekday(day: Day): boolean {
  return ((daysBetween(MONDAY, day) % 7) + 7) % 7 < 5;
}
