// What is sent, and when. Pure.
import type { Change } from './rows.ts';

/** The contract takes so many at once. */
const ANSWERS_MOST = 100;
/** Of texts fewer, and no more of them than stay well below what a function takes, in characters. */
const TEXTS_MOST = 20;
const TEXT_MOST = 30_000;

/** Changes that come within this time go together. */
const GATHER_MS = 800;
/** A text is sent when its writer rests, and while they write on, now and then. */
const REST_MS = 2_000;
const WRITING_MS = 15_000;
/** Notes of time spent go along with whatever is sent, and alone when nothing else is for so long. */
const NOTE_MS = 15_000;

/** The longest wait between two tries: a network that is back without telling is found in time. */
const BACK_OFF_MOST_MS = 8_000;

export interface Batch {
  answers: { n: number; seq: number; picked: string[]; flagged: boolean; spentS: number }[];
  texts: { n: number; part: string; seq: number; text: string }[];
  changes: Change[];
}

/** The oldest changes, as many as go together; `all` when nothing is left behind. Answers first, notes last. */
export function batchOf(changes: Iterable<Change>, most = ANSWERS_MOST): Batch & { all: boolean } {
  const waiting = [...changes].filter(({ refused }) => !refused);
  const inOrder = waiting.sort((a, b) => Number(a.note) - Number(b.note) || a.seq - b.seq);
  const answers = inOrder.filter(({ part }) => part === '').slice(0, most);
  let length = 0;
  const texts = inOrder
    .filter(({ part }) => part !== '')
    .filter(({ text }, i) => {
      length += text.length;
      return i === 0 || length <= TEXT_MOST;
    })
    .slice(0, Math.min(TEXTS_MOST, most));
  return {
    answers: answers.map(({ n, seq, picked, flagged, spentS }) => ({ n, seq, picked, flagged, spentS })),
    texts: texts.map(({ n, part, seq, text }) => ({ n, part, seq, text })),
    changes: [...answers, ...texts],
    all: answers.length + texts.length === waiting.length,
  };
}

/** What somebody would miss: neither notes of time nor what the server has refused. */
export function waitingOf(changes: Iterable<Change>): Change[] {
  return [...changes].filter(({ note, refused }) => !note && !refused);
}

/** Milliseconds until something is to be sent; Infinity when nothing waits. */
export function dueIn(changes: Iterable<Change>, nowMs: number): number {
  const dues = [...changes].filter(({ refused }) => !refused).map((change) => dueAt(change) - nowMs);
  return Math.max(0, Math.min(...dues, Number.POSITIVE_INFINITY));
}

function dueAt({ note, part, firstMs, lastMs }: Change): number {
  if (note) return firstMs + NOTE_MS;
  return part === '' ? firstMs + GATHER_MS : Math.min(lastMs + REST_MS, firstMs + WRITING_MS);
}

/** The wait before the n-th new try (n from 1), of which `chance` in [0, 1) takes away up to half, so that devices spread. */
export function backOff(n: number, chance: number): number {
  return Math.min(BACK_OFF_MOST_MS, 2 ** (n - 1) * 1_000) * (1 - chance / 2);
}
