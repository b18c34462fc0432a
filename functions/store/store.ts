// The store: one aggregate a file, put together over one table.
import { batches } from './batches.ts';
import { people } from './people.ts';
import { reports } from './reports.ts';
import { sessions } from './sessions.ts';
import type { Table } from './table.ts';

export function makeStore(table: Table) {
  return { batches: batches(table), people: people(table), reports: reports(table), sessions: sessions(table) };
}

export type Store = ReturnType<typeof makeStore>;
