// The store: one aggregate a file, put together over one table. `hash` makes the audit chains: SHA-256, or one with a key; for `heads` see `commits`.
import type { Hash } from '../domain/audit/chain.ts';
import { audit, commits, type Heads } from './audit.ts';
import { batches } from './batches.ts';
import { sha256 } from './digest.ts';
import { grants } from './grants.ts';
import { invitations } from './invitations.ts';
import { jobs } from './jobs.ts';
import { people } from './people.ts';
import { reports } from './reports.ts';
import { sessions } from './sessions.ts';
import type { Table } from './table.ts';
import { units } from './units.ts';
import { workers } from './workers.ts';

export function makeStore(table: Table, hash: Hash = sha256, heads?: Heads) {
  const commit = commits(table, hash, heads);
  return {
    audit: audit(table, commit),
    batches: batches(table),
    grants: grants(table, commit),
    invitations: invitations(table, commit),
    jobs: jobs(table, commit),
    people: people(table, commit),
    reports: reports(table),
    sessions: sessions(table),
    units: units(table, commit),
    workers: workers(table),
  };
}

export type Store = ReturnType<typeof makeStore>;
