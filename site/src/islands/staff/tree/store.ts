// The units one may read on a day, loaded page by page and kept while one is on the staff pages. Whoever draws them hears of every page.
import type { Day } from '../../../../../functions/domain/time.ts';
import type { ApiProblem, Call } from '../../../api/client.ts';
import { indexRows, type Row, type TreeIndex } from './rows.ts';

export interface TreeState {
  index: TreeIndex;
  /** `loading` also while more is on its way, or while it is being read again. */
  state: 'loading' | 'ready' | 'failed';
  problem?: ApiProblem;
}

export interface TreeStore {
  /** The tree of a day; begins to load it when nobody has. */
  at(day: Day): TreeState;
  /** Reads a day again after it failed. */
  retry(day: Day): void;
  /** Something was changed: every day is read again, and what is there stays until then. */
  renew(): void;
  subscribe(hear: () => void): () => void;
}

const EMPTY: TreeState = { index: indexRows([]), state: 'loading' };

export function treeStore(call: Call): TreeStore {
  const days = new Map<Day, TreeState>();
  const listeners = new Set<() => void>();
  /** Counts renewals: an answer to a question that was asked before one is out of date. */
  let age = 0;

  const put = (day: Day, state: TreeState) => {
    days.set(day, state);
    for (const hear of listeners) hear();
  };

  async function load(day: Day): Promise<void> {
    const asked = age;
    const before = days.get(day)?.index;
    const rows: Row[] = [];
    days.set(day, { index: before ?? EMPTY.index, state: 'loading' });
    try {
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const page: { units: Row[]; cursor?: string | undefined } = await call('listTree', {
          query: { day, ...(cursor && { cursor }) },
        });
        if (asked !== age) return;
        rows.push(...page.units);
        cursor = page.cursor;
        // A tree that is read again is replaced when it is whole, so that nothing vanishes and comes back.
        const index = cursor === undefined || before === undefined ? indexRows(rows) : before;
        put(day, { index, state: cursor === undefined ? 'ready' : 'loading' });
      }
    } catch (problem) {
      if (asked === age)
        put(day, { index: before ?? indexRows(rows), state: 'failed', problem: problem as ApiProblem });
    }
  }

  return {
    at(day) {
      if (!days.has(day)) void load(day);
      return days.get(day) ?? EMPTY;
    },
    retry: (day) => void load(day),
    renew() {
      age += 1;
      for (const day of days.keys()) void load(day);
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
