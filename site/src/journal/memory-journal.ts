// A journal that lives as long as its page, for browsers that keep nothing: practice works, and the page says that it is not kept.
import { fold, foldOnto } from '../../../functions/domain/practice/fold.ts';
import type { Entry } from '../../../functions/domain/practice/journal.ts';
import { stampAfter } from '../../../functions/domain/time.ts';
import { GUEST, type JournalUnavailable } from './db.ts';
import type { Drill } from './drill-record.ts';
import type { Journal, JournalEnv } from './journal.ts';

/** `why` is what `openJournal` threw. Reports need the disk: `queueReport` rejects with `why`. */
export function memoryJournal(env: Pick<JournalEnv, 'now' | 'newId'>, why: JournalUnavailable): Journal {
  const listeners = new Set<() => void>();
  const drills = new Map<string, Drill>();
  const all: Entry[] = [];
  const device = env.newId();
  let state = fold(all);
  return {
    kept: false,
    profile: GUEST,
    name: undefined,
    outdated: why.reason === 'outdated',
    get state() {
      return state;
    },
    async add(change, drill) {
      const entry = { ...change, at: stampAfter(state.latest, env.now()), device, seq: all.length + 1 };
      all.push(entry);
      state = foldOnto(state, all, [entry]);
      if (drill) drills.set(drill.id, drill);
      for (const listener of listeners) listener();
      return entry;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pending: async () => all.length,
    saveDrill: async (drill) => void drills.set(drill.id, drill),
    loadDrill: async (id) => drills.get(id),
    listDrills: async () => [...drills.values()].sort((a, b) => (a.updatedAt > b.updatedAt ? -1 : 1)),
    deleteDrill: async (id) => void drills.delete(id),
    queueReport: () => Promise.reject(why),
  };
}
