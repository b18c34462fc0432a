// What a station writes down of its work: activities (活动), funds received (资金) and supervision (督导). A record is corrected by a further version, with
// who and why, and taken back by a void with a reason; nothing is deleted. Those who were served are numbers here, never names.
import type { Day, Instant } from '../time.ts';
import type { ActivityKind } from './kinds.ts';

/** Times in minutes; `served` and `volunteers` are person-times (人次): somebody who comes twice is two. */
export interface Activity {
  type: 'activity';
  day: Day;
  kind: ActivityKind;
  title: string;
  place: string;
  served: number;
  volunteers: number;
  minutes: number;
}

/** Money received for the work, in cents (分). */
export interface Fund {
  type: 'fund';
  day: Day;
  cents: number;
  source: string;
}

/** 督导: by somebody of the station, a supervisor from outside, or a leader. */
export const SUPERVISIONS = ['station', 'supervisor', 'leader'] as const;

export interface Supervision {
  type: 'supervision';
  day: Day;
  kind: (typeof SUPERVISIONS)[number];
  supervisor: string;
  minutes: number;
  /** Who took part: ids of people of the unit. */
  people: string[];
  summary: string;
}

export type Work = Activity | Fund | Supervision;
export type WorkType = Work['type'];

/** A version that holds no more. */
interface Former {
  work: Work;
  at: Instant;
  by: string;
  why?: string;
}

export interface WorkRecord extends Former {
  unit: string;
  id: string;
  /** 1 when it was written down, one more with each correction and with the void. */
  version: number;
  voided: boolean;
  /** The earlier versions, the first one first. */
  past: Former[];
}

/** Corrections of one record: whoever needs more takes it back and writes it down anew. */
const CORRECTIONS_MOST = 20;

/** A record's year is a part of its key. */
export type RecordFault = 'work-voided' | 'work-year' | 'work-same' | 'list-full';

export type RecordChanged = { ok: true; record: WorkRecord } | { ok: false; reason: RecordFault };

export interface Changing {
  at: Instant;
  by: string;
  why: string;
}

/** A record as it is first written down. */
export function recordOf(work: Work, { unit, id, at, by }: Pick<WorkRecord, 'unit' | 'id' | 'at' | 'by'>): WorkRecord {
  return { unit, id, version: 1, voided: false, work, at, by, past: [] };
}

/** The record with other content. What is taken back is not corrected; another type or year is another record. */
export function corrected(record: WorkRecord, work: Work, changing: Changing): RecordChanged {
  if (record.voided) return { ok: false, reason: 'work-voided' };
  if (work.type !== record.work.type || yearOf(work.day) !== yearOf(record.work.day)) {
    return { ok: false, reason: 'work-year' };
  }
  if (isSame(work, record.work)) return { ok: false, reason: 'work-same' };
  if (record.past.length >= CORRECTIONS_MOST) return { ok: false, reason: 'list-full' };
  return { ok: true, record: { ...record, work, ...changing, version: record.version + 1, past: pastOf(record) } };
}

/** The record, taken back: it counts nowhere, and stays to be seen. */
export function voided(record: WorkRecord, changing: Changing): RecordChanged {
  if (record.voided) return { ok: false, reason: 'work-voided' };
  return {
    ok: true,
    record: { ...record, ...changing, voided: true, version: record.version + 1, past: pastOf(record) },
  };
}

export function yearOf(day: Day): string {
  return day.slice(0, 4);
}

function pastOf({ work, at, by, why, past }: WorkRecord): Former[] {
  return [...past, { work, at, by, ...(why === undefined ? {} : { why }) }];
}

function isSame(a: Work, b: Work): boolean {
  const text = (work: Work) => JSON.stringify(Object.entries(work).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}
