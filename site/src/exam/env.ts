// What the exam takes from the browser: the journal's own composition root, and a channel to the other tabs.
import { type BrowserEnv, device } from '../journal/env.ts';
import type { Reading } from './clock.ts';

/** What a tab tells the others of the same browser: that it has written something down about an attempt. */
export interface TabChannel {
  post(attempt: string): void;
  listen(hear: (attempt: string) => void): void;
  close(): void;
}

export interface ExamEnv extends Pick<BrowserEnv, 'newId' | 'random' | 'indexedDB' | 'after' | 'on'> {
  /** Both of the device's clocks, read at once. */
  clocks(): Reading;
  /** Missing in browsers that know no locks: then two tabs may write, and numbers decide. */
  locks?: Pick<LockManager, 'request'> | undefined;
  tabs?: TabChannel | undefined;
}

const NAME = 'zhuren-exam';

export function examEnv(env: BrowserEnv): ExamEnv {
  const { clockMs } = device();
  const { newId, random, indexedDB, after, on, now } = env;
  const clocks = () => ({ monoMs: clockMs(), wallMs: Date.parse(now()) });
  return { newId, random, indexedDB, after, on, clocks, locks: navigator.locks, tabs: channel() };
}

function channel(): TabChannel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const tabs = new BroadcastChannel(NAME);
  return {
    post: (attempt) => tabs.postMessage(attempt),
    listen(hear) {
      tabs.onmessage = (event: MessageEvent<string>) => hear(event.data);
    },
    close: () => tabs.close(),
  };
}
