// What somebody types to hand in an entry, what is wrong with it, and what is sent of it. Pure.
import type { Input } from '../../../../functions/contract/index.ts';
import { type HoursKind, isOver } from '../../../../functions/domain/hours/entries.ts';
import { type Day, type Instant, instantOf, msOf, startOfDay } from '../../../../functions/domain/time.ts';
import { type Evidence, FILES_MOST } from './fingerprint.ts';

export interface Span {
  day: string;
  from: string;
  to: string;
}

export interface Draft {
  kind: HoursKind;
  title: string;
  organiser: string;
  how: 'day' | 'times';
  day: string;
  /** Hours of 60 minutes, as typed. */
  length: string;
  spans: readonly Span[];
  /** Of taught courses: the entry of their degree. */
  degree: string;
  /** Two digits. */
  province: string;
  category: string;
  evidence: readonly Evidence[];
  /** Whether fingerprints of files are still being worked out. */
  isReading: boolean;
}

export type Fault =
  | 'title'
  | 'organiser'
  | 'day'
  | 'future'
  | 'length'
  | 'span'
  | 'overlap'
  | 'province'
  | 'category'
  | 'files'
  | 'reading';

/** Field → what is wrong with it; a span's field is `span-0`. */
export type DraftFaults = Readonly<Record<string, Fault>>;

type NewEntry = Input<'addEntry'>['body'];

/** What is sent but for the id of the request. */
export type Unsent = NewEntry extends infer E ? (E extends NewEntry ? Omit<E, 'request'> : never) : never;

export const SPANS_MOST = 60;

export const EMPTY_SPAN: Span = { day: '', from: '', to: '' };

export const EMPTY: Draft = {
  ...{ kind: 'training', title: '', organiser: '', how: 'day', day: '', length: '' },
  ...{ spans: [EMPTY_SPAN], degree: '', province: '', category: '', evidence: [], isReading: false },
};

export function faultsIn(draft: Draft, now: Instant): DraftFaults {
  const faults: Record<string, Fault> = {};
  if (draft.title.trim() === '') faults.title = 'title';
  if (draft.organiser.trim() === '') faults.organiser = 'organiser';
  if (draft.kind === 'local' && draft.province === '') faults.province = 'province';
  if (draft.kind === 'local' && draft.category.trim() === '') faults.category = 'category';
  if (draft.evidence.length > FILES_MOST) faults.evidence = 'files';
  if (draft.isReading) faults.evidence = 'reading';
  return { ...faults, ...timeFaults(draft, now) };
}

function timeFaults(draft: Draft, now: Instant): DraftFaults {
  if (draft.kind === 'degree' || draft.how === 'day') {
    const faults: Record<string, Fault> = {};
    if (draft.day === '') faults.day = 'day';
    else if (!isOver({ kind: 'degree', day: draft.day }, now)) faults.day = 'future';
    const minutes = minutesOf(draft.length);
    if (draft.kind !== 'degree' && minutes === undefined) faults.length = 'length';
    return faults;
  }
  const intervals = draft.spans.map(intervalOf);
  const entries = intervals.map((interval, i): [string, Fault | undefined] => {
    if (interval === undefined) return [`span-${i}`, 'span'];
    if (interval.to > now) return [`span-${i}`, 'future'];
    const collides = intervals.some((one, j) => j < i && one && one.from < interval.to && interval.from < one.to);
    return [`span-${i}`, collides ? 'overlap' : undefined];
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, Fault] => entry[1] !== undefined));
}

/** What a sound draft sends. */
export function entryOf(draft: Draft): Unsent {
  const { kind, day, evidence } = draft;
  const proposed = { title: draft.title.trim(), organiser: draft.organiser.trim(), evidence: [...evidence] };
  if (kind === 'degree') return { kind, ...proposed, day };
  const when = whenOf(draft);
  if (kind === 'training') return { kind, ...proposed, when };
  if (kind === 'local')
    return { kind, ...proposed, when, place: `${draft.province}0000`, category: draft.category.trim() };
  return { kind, ...proposed, when, ...(draft.degree === '' ? {} : { degree: draft.degree }) };
}

function whenOf({ how, day, length, spans }: Draft) {
  if (how === 'day') return { day, minutes: minutesOf(length) ?? 0 };
  return { intervals: spans.flatMap((span) => intervalOf(span) ?? []) };
}

/** Hours as typed, in either width, as whole minutes of a day; undefined for what is none. */
export function minutesOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(plain)) return undefined;
  const minutes = Math.round(Number(plain) * 60);
  return minutes >= 1 && minutes <= 1440 ? minutes : undefined;
}

/** A span of one day in China; `00:00` as its end is the midnight after it. */
function intervalOf({ day, from, to }: Span): { from: Instant; to: Instant } | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const [start, end] = [minuteOf(from), minuteOf(to) === 0 ? 1440 : minuteOf(to)];
  if (start === undefined || end === undefined || start >= end) return undefined;
  return { from: at(day, start), to: at(day, end) };
}

function minuteOf(clock: string): number | undefined {
  const [, h, m] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  return h === undefined ? undefined : Number(h) * 60 + Number(m);
}

function at(day: Day, minute: number): Instant {
  return instantOf(msOf(startOfDay(day)) + minute * 60_000);
}
