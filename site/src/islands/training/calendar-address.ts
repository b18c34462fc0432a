// The addresses of calendars. `webcal:` is what phones and desktops open with the program that subscribes to calendars.
import { addressOf } from '../../api/addresses.ts';
import type { Lang } from '../../words/lang.ts';

/** The file of a course, which a browser hands to a calendar once. */
export function courseCalendar(course: string, lang: Lang): string {
  return inLanguage(addressOf('readCourseCalendar').path.replace(':course', course), lang);
}

/** A province's calendar, to subscribe to. */
export function provinceCalendar(province: string, lang: Lang): string {
  const path = addressOf('readProvinceCalendar').path.replace(':province', province);
  return subscribed(`${location.origin}${inLanguage(path, lang)}`);
}

/** An address as the program for calendars opens it. */
export function subscribed(address: string): string {
  return address.replace(/^https?:/, 'webcal:');
}

/** Calendars are in Chinese unless they are asked for otherwise. */
export function inLanguage(address: string, lang: Lang): string {
  return lang === 'zh' ? address : `${address}?lang=${lang}`;
}
