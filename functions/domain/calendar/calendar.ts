// A calendar as the text of an iCalendar file (RFC 5545): events at their hours in China, each known by its session for ever.
import { type Instant, instantOf, msOf } from '../time.ts';
import { escaped, folded } from './lines.ts';

export interface Event {
  /** The session's id: a changed session is the same event. */
  id: string;
  /** Raised when time, place or state change (RFC 5545, 3.8.7.4). */
  sequence: number;
  isCancelled: boolean;
  changedAt: Instant;
  startsAt: Instant;
  endsAt: Instant;
  summary: string;
  location?: string;
  description: string;
  /** The page of its course. */
  url: string;
  /** Whether one is free meanwhile: a recording may be watched at any hour of its span. */
  isFree: boolean;
}

export interface Calendar {
  name: string;
  events: readonly Event[];
}

const ZONE = 'Asia/Shanghai';
const OFFSET_MS = 8 * 3_600_000;

/** China has kept UTC+8 with no other time since 1991-09-15 (end of its summer time), before which there is no training here. */
const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T020000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** How often a program asks again, where it listens to this (RFC 7986, 5.7, and the name it had before). */
const REFRESH = ['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'];

/** The whole file. It has no METHOD: a feed is a calendar, not a message about one, so that DTSTAMP says when the event was changed. */
export function calendarText({ name, events }: Calendar): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//zhuren//zhuren//ZH', 'CALSCALE:GREGORIAN'],
    ...[`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, `X-WR-TIMEZONE:${ZONE}`, ...REFRESH],
    ...TIME_ZONE,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

function eventLines(event: Event): string[] {
  const { id, sequence, isCancelled, changedAt, startsAt, endsAt, summary, location, description, url } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${id}@zhuren`)}`,
    `DTSTAMP:${universal(changedAt)}`,
    `LAST-MODIFIED:${universal(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART;TZID=${ZONE}:${local(startsAt)}`,
    `DTEND;TZID=${ZONE}:${local(endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    `TRANSP:${isCancelled || event.isFree ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

/** A DATE-TIME of form 2, `20260523T010000Z`: whole seconds. */
function universal(instant: Instant): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A DATE-TIME of form 3, as a clock in China shows it. */
function local(instant: Instant): string {
  return universal(instantOf(msOf(instant) + OFFSET_MS)).slice(0, -1);
}
