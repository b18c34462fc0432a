// What a browser keeps of an attempt: its sheet, what stands at each question, and the changes that the server has not answered for.
import type { Answer } from '../../../functions/contract/index.ts';

export type Sitting = Answer<'readAttempt'>;
export type Asked = Sitting['asked'][number];
export type Head = Omit<Sitting, 'asked' | 'answers' | 'texts' | 'now'>;
export type Standing = Answer<'moveAttempt'>;
export type Outcome = Answer<'saveAnswers'>['outcomes'][number];
export type LateReason = NonNullable<Outcome['reason']>;

/** What stands at a question (`part` is ''), or at one part of a question that is answered in words. */
export interface Stand {
  n: number;
  part: string;
  seq: number;
  picked: string[];
  flagged: boolean;
  spentS: number;
  text: string;
}

/** A change that the server has not answered for. One of a place: a newer one takes its place before it is sent. */
export interface Change extends Stand {
  /** Tells nothing but the time spent: it need not hurry, and nobody is told that it waits. */
  note: boolean;
  /** The server will not take it, alone as it is. */
  refused?: true;
  /** When it was made, and when the first unsent one at its place, by the page's clock that only goes forward. */
  lastMs: number;
  firstMs: number;
}

/** What arrived or was made too late: it is kept and does not count. */
export interface Late {
  n: number;
  part: string;
  reason: LateReason;
}

export interface Sheet {
  attempt: string;
  person: string;
  head: Head;
  asked: Asked[];
  /** The highest number this browser has given out. */
  lastSeq: number;
  /** Where one stands: an index of `asked`. */
  at: number;
  /** The server's time as it was last known, and the device's wall clock then. */
  clock: { serverMs: number; wallMs: number };
  /** When the server last told how the attempt stands. */
  heardAt: string;
  /** Its person, or the end of the time, has asked to hand it in, and no answer came yet. */
  handIn: boolean;
  late: Late[];
  /** 离线自测: the device's own clock counts, and nothing is sent while it is sat. */
  alone: boolean;
  /** When it ended, by its own clock: of one that is sat alone. */
  endedMs?: number;
}

/** Where something stands: `12`, or `12.3` for a part. */
export function placeOf({ n, part }: { n: number; part?: string | undefined }): string {
  return part ? `${n}.${part}` : String(n);
}

export function blankAt(n: number, part = ''): Stand {
  return { n, part, seq: 0, picked: [], flagged: false, spentS: 0, text: '' };
}

/** All that the server holds, as it stands here. */
export function standsOf({ answers, texts }: Pick<Sitting, 'answers' | 'texts'>): Stand[] {
  return [
    ...answers.map(({ n, seq, picked, flagged, spentS }) => ({ ...blankAt(n), seq, picked, flagged, spentS })),
    ...texts.map(({ n, part, seq, text }) => ({ ...blankAt(n, part), seq, text })),
  ];
}

export function headOf({ asked: _asked, answers: _answers, texts: _texts, now: _now, ...head }: Sitting): Head {
  return head;
}

/** The head with how the attempt stands now. */
export function stood(head: Head, told: Standing): Head {
  const { pausedAt: _paused, endedAt: _ended, ...rest } = head;
  const { state, startedAt, deadline, pausedAt, endedAt, graceMs, holder } = told;
  return {
    ...rest,
    ...{ state, startedAt, deadline, graceMs, holder },
    ...(pausedAt === undefined ? {} : { pausedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}
