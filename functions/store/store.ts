// The store: one aggregate a file, put together over one table. `hash` makes the audit chains: SHA-256, or one with a key; for `heads` see `commits`.
import type { Hash } from '../domain/audit/chain.ts';
import { accounts } from './accounts.ts';
import { audit, commits, type Heads } from './audit.ts';
import { auditCheck } from './audit-check.ts';
import { batches } from './batches.ts';
import { claims } from './claims.ts';
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
    accounts: accounts(table, commit),
    audit: { ...audit(table, commit), ...auditCheck(table, hash) },
    batches: batches(table),
    claims: claims(table, commit),
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

/** The part of the store that signing in needs. */
export function makeSignInStore(table: Table): Pick<Store, 'people' | 'sessions'> {
  return { people: people(table, commits(table, sha256)), sessions: sessions(table) };
}

export type Store = ReturnType<typeof makeStore>;
