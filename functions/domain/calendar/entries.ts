// What a calendar shows of a session, in the reader's language. The public calendars know neither where it is followed online nor whom to ask.
import type { Course, Form, Place, Session } from '../courses/course.ts';
import type { Instant } from '../time.ts';
import type { Event } from './calendar.ts';

export type CalendarLang = 'zh' | 'en';

/** A session of a published course, with what it takes from its course. */
export interface Entry {
  course: string;
  session: string;
  title: string;
  sessionTitle?: string;
  unitName: string;
  form: Form;
  startsAt: Instant;
  endsAt: Instant;
  place?: Place;
  state: Session['state'];
  sequence: number;
  changedAt: Instant;
  trainers?: readonly string[];
  why?: string;
  /** For those who have a seat. */
  link?: string;
  contact?: { name: string; phone?: string };
}

const WORDS = {
  zh: {
    cancelled: (title: string) => `【已取消】${title}`,
    joined: (course: string, session: string) => `${course}：${session}`,
    online: '线上',
    forms: { 'on-site': '线下', live: '线上直播', recorded: '录播网课', mixed: '线上线下结合' },
    line: (word: string, text: string) => `${word}：${text}`,
    list: '、',
    ...{ why: '取消原因', form: '形式', by: '主办', trainers: '授课', link: '上课链接', contact: '联系人' },
  },
  en: {
    cancelled: (title: string) => `[Cancelled] ${title}`,
    joined: (course: string, session: string) => `${course}: ${session}`,
    online: 'Online',
    forms: { 'on-site': 'on site', live: 'live online', recorded: 'recorded', mixed: 'on site and online' },
    line: (word: string, text: string) => `${word}: ${text}`,
    list: ', ',
    ...{ why: 'Why cancelled', form: 'Form', by: 'By', trainers: 'Taught by', link: 'Link', contact: 'Contact' },
  },
} as const satisfies Record<CalendarLang, { forms: Record<Form, string> } & Record<string, unknown>>;

/** The names of calendars that belong to no course and no unit. */
export const CALENDAR_NAMES = {
  zh: { mine: '我的培训（助人学堂）', public: '公开培训（助人学堂）' },
  en: { mine: 'My training (zhuren)', public: 'Public training (zhuren)' },
} as const;

/** What a session takes from its course. `unitName` is the organiser's. */
export function entryOf(course: Course, session: Session, unitName: string): Entry {
  const { id, title: sessionTitle, form, startsAt, endsAt, state, sequence, trainers, cancelled } = session;
  const place = session.place ?? course.place;
  return {
    ...{ course: course.id, session: id, title: course.title, unitName, form, startsAt, endsAt, state, sequence },
    ...{ trainers, changedAt: session.changedAt ?? course.createdAt },
    ...(sessionTitle === undefined ? {} : { sessionTitle }),
    ...(place === undefined ? {} : { place }),
    ...(cancelled === undefined ? {} : { why: cancelled.why }),
  };
}

/** The same for somebody who has a seat. */
export function seatEntryOf(course: Course, session: Session, unitName: string): Entry {
  const link = session.link ?? course.link;
  return {
    ...entryOf(course, session, unitName),
    ...(link === undefined ? {} : { link }),
    ...(course.contact === undefined ? {} : { contact: course.contact }),
  };
}

/** The sessions of a course, with the instant noted at those of which a calendar shows something else than before. */
export function stamped(
  before: { course: Course; sessions: readonly Session[] } | undefined,
  after: { course: Course; sessions: readonly Session[] },
  now: Instant,
): Session[] {
  const shown = (course: Course, session: Session) => {
    const { changedAt: _, ...rest } = seatEntryOf(course, session, '');
    return JSON.stringify(rest);
  };
  const held = new Map(before?.sessions.map((session) => [session.id, shown(before.course, session)]));
  return after.sessions.map((session) =>
    held.get(session.id) === shown(after.course, session) ? session : { ...session, changedAt: now },
  );
}

/** A session as an event. `origin` is the site's address. */
export function eventOf(entry: Entry, { origin, lang }: { origin: string; lang: CalendarLang }): Event {
  const { session, course, sequence, changedAt, startsAt, endsAt, title, sessionTitle, state, form } = entry;
  const words = WORDS[lang];
  const summary = sessionTitle === undefined ? title : words.joined(title, sessionTitle);
  const isCancelled = state === 'cancelled';
  const location = locationOf(entry, lang);
  return {
    ...{ id: session, sequence, isCancelled, changedAt, startsAt, endsAt, isFree: form === 'recorded' },
    // Not every program shows the state of an event: its name says it too.
    summary: isCancelled ? words.cancelled(summary) : summary,
    ...(location === undefined ? {} : { location }),
    description: descriptionOf(entry, lang),
    url: `${origin}${lang === 'en' ? '/en' : ''}/course/?c=${course}`,
  };
}

/** A course's place is not that of its sessions online. */
function locationOf({ form, place }: Entry, lang: CalendarLang): string | undefined {
  return form === 'live' || form === 'recorded' ? WORDS[lang].online : place?.address;
}

function descriptionOf({ why, form, unitName, trainers = [], link, contact }: Entry, lang: CalendarLang): string {
  const words = WORDS[lang];
  const lines: [string, string | undefined][] = [
    [words.why, why],
    [words.by, unitName],
    [words.form, words.forms[form]],
    [words.trainers, trainers.join(words.list)],
    [words.link, link],
    [words.contact, contact && [contact.name, contact.phone].filter(Boolean).join(' ')],
  ];
  return lines.flatMap(([word, text]) => (text ? [words.line(word, text)] : [])).join('\n');
}
