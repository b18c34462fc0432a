// 离线自测: an attempt that is sat without the server. It is written into the same database; its time is the device's own clock.
import { allowedMs } from '../../../functions/domain/attempts/attempt.ts';
import { instantOf } from '../../../functions/domain/time.ts';
import { openDisk } from './disk.ts';
import type { ExamEnv } from './env.ts';
import type { Asked, Change, Head, Stand } from './rows.ts';

export interface OfflinePaper extends Pick<Head, 'attempt' | 'subject' | 'form' | 'factor'> {
  person: string;
  /** The usual minutes, without extra time. */
  minutes: number;
  asked: Asked[];
}

/** What is uploaded of it. */
export interface OfflineSheet {
  device: string;
  answers: Pick<Stand, 'n' | 'seq' | 'picked' | 'flagged' | 'spentS'>[];
  texts: Pick<Stand, 'n' | 'part' | 'seq' | 'text'>[];
  tookMs: number;
  isOver: boolean;
}

type Env = Pick<ExamEnv, 'indexedDB' | 'newId' | 'clocks'>;

/** Begins to sit it now; one that was begun before goes on. Throws when the browser keeps nothing: its answers would have nowhere to wait. */
export async function startOffline(env: Env, { person, minutes, asked, ...paper }: OfflinePaper): Promise<void> {
  const disk = await openDisk(env.indexedDB);
  try {
    if (!disk.kept) throw new Error('nothing can be kept here');
    if ((await disk.load(paper.attempt)) !== undefined) return;
    const { wallMs } = env.clocks();
    const [startedAt, deadline] = [instantOf(wallMs), instantOf(wallMs + allowedMs(minutes, paper.factor))];
    const head: Head = {
      ...paper,
      ...{ blueprint: '', mode: 'relaxed', state: 'open', startedAt, deadline, graceMs: 0, offline: true },
      holder: await disk.device(env.newId),
      questions: asked.length,
    };
    const clock = { serverMs: wallMs, wallMs };
    const rest = { at: 0, lastSeq: 0, heardAt: '', handIn: false, late: [], alone: true };
    await disk.save(paper.attempt, { sheet: { attempt: paper.attempt, person, head, asked, clock, ...rest } });
  } finally {
    disk.close();
  }
}

/** What was done at it; undefined when it was not begun here. `isOver`: it was handed in, or its time has passed. */
export async function offlineSheet(env: Env, attempt: string): Promise<OfflineSheet | undefined> {
  const disk = await openDisk(env.indexedDB);
  try {
    const held = await disk.load(attempt);
    if (held === undefined || !held.sheet.alone) return undefined;
    const { head, endedMs, clock } = held.sheet;
    const [startMs, deadlineMs] = [Date.parse(head.startedAt), Date.parse(head.deadline)];
    const nowMs = clock.serverMs + Math.max(0, env.clocks().wallMs - clock.wallMs);
    const isOver = endedMs !== undefined || nowMs >= deadlineMs;
    return {
      device: await disk.device(env.newId),
      answers: held.changes.filter(({ part }) => part === '').map(answerOf),
      texts: held.changes.filter(({ part }) => part !== '').map(({ n, part, seq, text }) => ({ n, part, seq, text })),
      tookMs: Math.round(Math.min(endedMs ?? nowMs, deadlineMs) - startMs),
      isOver,
    };
  } finally {
    disk.close();
  }
}

/** Takes an attempt from this browser: it was uploaded, or is given up. */
export async function dropExam(env: Pick<Env, 'indexedDB'>, attempt: string): Promise<void> {
  const disk = await openDisk(env.indexedDB);
  await disk.drop(attempt).finally(() => disk.close());
}

function answerOf({ n, seq, picked, flagged, spentS }: Change) {
  return { n, seq, picked, flagged, spentS };
}
