// Browsers with tabs that sit an attempt: each browser has its own database and wall clock; time passes for all when a test says so.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Attempt } from '../../../functions/domain/attempts/attempt.ts';
import { instantOf } from '../../../functions/domain/time.ts';
import type { ExamEnv, TabChannel } from '../../../site/src/exam/env.ts';
import { type Exam, openExam } from '../../../site/src/exam/exam.ts';
import type { PageEvent } from '../../../site/src/journal/start-sync.ts';
import { ATTEMPT, type ExamServer, examServer } from './server.ts';

const START = Date.parse('2026-11-23T01:00:00.000Z');

export interface ExamBrowser {
  indexedDB: IDBFactory;
  /** How far the wall clock is off, in milliseconds. */
  skewMs: number;
  /** How much of the time its forward clock has slept through. */
  sleptMs: number;
  tab(): Promise<ExamTab>;
  /** What a page without an attempt takes from it. */
  env(): ExamEnv;
}

export interface ExamTab {
  exam: Exam;
  env: ExamEnv;
  fire(event: PageEvent): void;
  /** The tab is gone from one moment to the next. */
  kill(): void;
}

export interface ExamWorld {
  server: ExamServer;
  browser(name: string): ExamBrowser;
  /** Lets time pass, each timer at its time, and what it starts done before the next. */
  pass(ms: number): Promise<void>;
  /** Time passes and no timer runs: the machine sleeps. */
  sleep(ms: number): void;
  settled(): Promise<void>;
}

export function makeExamWorld(mode: Attempt['mode'] = 'realistic', essays = false): ExamWorld {
  const clock = { ms: START };
  const timers = new Set<{ at: number; work: () => void }>();
  const server = examServer(() => instantOf(clock.ms), mode, essays);
  const settled = async () => {
    // Reads of the database and answers of the server come by turns of the loop.
    for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    server,
    settled,
    browser: (name) => makeBrowser(name, clock, timers, server),
    async pass(ms) {
      const end = clock.ms + ms;
      for (;;) {
        const next = [...timers].sort((a, b) => a.at - b.at).find(({ at }) => at <= end);
        if (next === undefined) break;
        timers.delete(next);
        clock.ms = Math.max(clock.ms, next.at);
        next.work();
        await settled();
      }
      clock.ms = end;
      await settled();
    },
    sleep(ms) {
      clock.ms += ms;
      for (const timer of timers) timer.at = Math.max(timer.at, clock.ms);
    },
  };
}

interface FakePage {
  isDead: boolean;
  heard: Set<{ event: PageEvent; hear: () => void }>;
}

function makeBrowser(
  name: string,
  clock: { ms: number },
  timers: Set<{ at: number; work: () => void }>,
  server: ExamServer,
): ExamBrowser {
  const tabs = makeTabs();
  const locks = makeLocks();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${name}-device-${String(ids).padStart(3, '0')}`;
  };
  function makeEnv(page: FakePage): ExamEnv {
    const openedMs = clock.ms - browser.sleptMs;
    return {
      newId,
      random: () => 0,
      indexedDB: browser.indexedDB,
      clocks: () => ({ monoMs: clock.ms - browser.sleptMs - openedMs, wallMs: clock.ms + browser.skewMs }),
      locks,
      tabs: tabs(),
      after(ms, work) {
        const timer = { at: clock.ms + ms, work: () => !page.isDead && work() };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      on(event, hear) {
        const listener = { event, hear };
        page.heard.add(listener);
        return () => page.heard.delete(listener);
      },
    };
  }
  const browser: ExamBrowser = {
    indexedDB: new IDBFactory(),
    skewMs: 0,
    sleptMs: 0,
    env: () => makeEnv({ isDead: false, heard: new Set() }),
    async tab() {
      const page: FakePage = { isDead: false, heard: new Set() };
      const env = makeEnv(page);
      const call = (async (...args: Parameters<typeof server.call>) => {
        if (page.isDead) return new Promise(() => {});
        return server.call(...args);
      }) as typeof server.call;
      const exam = await openExam({ env, call, attempt: ATTEMPT, person: 'person-one' });
      return {
        exam,
        env,
        fire: (event) => {
          for (const listener of [...page.heard]) if (listener.event === event) listener.hear();
        },
        kill() {
          page.isDead = true;
          page.heard.clear();
          exam.stop();
        },
      };
    },
  };
  return browser;
}

/** Locks that can be stolen, as `navigator.locks` lets them. */
function makeLocks(): NonNullable<ExamEnv['locks']> {
  const held = new Map<string, () => void>();
  const request = (name: string, _: { steal: true }, work: () => Promise<void>) =>
    new Promise((resolve, reject) => {
      held.get(name)?.();
      held.set(name, () => reject(new DOMException('stolen', 'AbortError')));
      void work().then(resolve);
    });
  return { request } as never;
}

function makeTabs(): () => TabChannel {
  const all = new Set<{ hear?: (attempt: string) => void }>();
  return () => {
    const own: { hear?: (attempt: string) => void } = {};
    all.add(own);
    return {
      post(attempt) {
        for (const other of all) if (other !== own) other.hear?.(attempt);
      },
      listen(hear) {
        own.hear = hear;
      },
      close: () => all.delete(own),
    };
  };
}
