// Minutes as people read them: hours and 学时 with two decimals. Sums are made of minutes; only what is shown is rounded.

/** What a course's 学时 lasts where nothing else is said. Customary, in no regulation: hence a field of each course. */
export const MINUTES_PER_PERIOD = 45;

/** 小时. */
export const MINUTES_PER_HOUR = 60;

/** Minutes (whole, not negative) as hundredths of an hour of so many minutes, rounded half up: 160 by 60 is 267. Exact: integers all the way. */
export function hundredthsOf(minutes: number, minutesPerHour: number = MINUTES_PER_HOUR): number {
  return Math.floor((minutes * 200 + minutesPerHour) / (minutesPerHour * 2));
}

/** The same as a text with two decimals and no unit: 180 is "3.00", 160 "2.67", 150 "2.50"; by 45 minutes 160 is "3.56". */
export function hoursText(minutes: number, minutesPerHour: number = MINUTES_PER_HOUR): string {
  const hundredths = hundredthsOf(minutes, minutesPerHour);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
