// The journal's composition root in the browser: the only place of the site that reads the clock, makes ids and draws chance.
import { instantOf } from '../../../functions/domain/time.ts';
import type { JournalEnv } from './journal.ts';
import type { PageAddress } from './session.ts';
import type { PageEvent, SyncEnv } from './start-sync.ts';
import type { Changed, Channel } from './view.ts';

/** 12 bytes as 16 characters of base64url: 96 bits of chance, and short enough for a list of some two hundred devices in one address. */
const ID_BYTES = 12;

const NAME = 'zhuren';

export interface BrowserEnv extends JournalEnv, SyncEnv {
  page: PageAddress;
}

/** What a page without a journal takes from its device. */
export interface Device extends Pick<JournalEnv, 'now' | 'newId'> {
  /** Milliseconds of a clock that only goes forward and that nobody can set. */
  clockMs(): number;
}

export function device(): Device {
  return { now: () => instantOf(Date.now()), newId, clockMs: () => performance.now() };
}

/** Everything the journal, the sync and the session take from the browser. */
export function browserEnv(): BrowserEnv {
  return {
    now: () => instantOf(Date.now()),
    newId,
    random: Math.random,
    indexedDB: database(),
    channel: channel(),
    locks: navigator.locks,
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    on: listen,
    page: {
      get href() {
        return location.href;
      },
      replace: (href) => history.replaceState(history.state, '', href),
    },
  };
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}

/** Reading the name alone throws where storage is forbidden. */
function database(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

function channel(): Channel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const tabs = new BroadcastChannel(NAME);
  return {
    post: (message) => tabs.postMessage(message),
    listen(hear) {
      tabs.onmessage = (event: MessageEvent<Changed>) => hear(event.data);
    },
    close: () => tabs.close(),
  };
}

function listen(event: PageEvent, hear: () => void): () => void {
  if (event === 'online') return on(window, 'online', hear);
  const wanted = event === 'shown' ? 'visible' : 'hidden';
  const stop = on(document, 'visibilitychange', () => {
    if (document.visibilityState === wanted) hear();
  });
  if (event === 'shown') return stop;
  const stopLeaving = on(window, 'pagehide', hear);
  return () => {
    stop();
    stopLeaving();
  };
}

function on(target: EventTarget, name: string, hear: () => void): () => void {
  target.addEventListener(name, hear);
  return () => target.removeEventListener(name, hear);
}
