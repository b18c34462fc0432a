// One round of syncing a person's journal: up what is pending, down what is lacking, out the reports. It may stop anywhere and be run again.

import type { Batch } from '../../../functions/domain/practice/journal.ts';
import { type ApiCode, ApiProblem, type Call } from '../api/client.ts';
import { isClockTold } from './clock.ts';
import { type Database, GUEST, type ReportRow, rowsOf } from './db.ts';
import type { KeptJournal } from './journal.ts';
import { knownOf, writeDown } from './pull.ts';
import { acknowledge, freezeNext, lastOf, narrow } from './streams.ts';

/**
 * How a round ended. `later`: try again after a while; `signed-out`: the session has ended; `other-person`: it is somebody else's;
 * `stuck`: trying again will not help. Whatever the end, no entry is lost.
 */
export type Outcome = { state: 'done' } | { state: 'later' | 'signed-out' | 'other-person' | 'stuck'; code: ApiCode };

export interface How {
  /** Send what is pending; true when missing. */
  up?: boolean;
  /** Fetch what is lacking and send reports; true when missing. */
  down?: boolean;
  /** Let the requests outlive the page. */
  keepalive?: boolean;
  /** So that one tab syncs at a time. Without it all is as safe, and some requests are made twice. */
  locks?: Pick<LockManager, 'request'> | undefined;
}

const LOCK = 'zhuren-sync';

/** Where a problem leads; any other code is `stuck`. */
const ENDS: Partial<Record<ApiCode, Exclude<Outcome['state'], 'done'>>> = {
  offline: 'later',
  busy: 'later',
  internal: 'later',
  identity_unavailable: 'later',
  not_signed_in: 'signed-out',
  session_expired: 'signed-out',
  // The path names one's own journal, so "not there" means that it is not ours to see any more.
  not_found: 'other-person',
};

/** Syncs the journal of whoever is signed in; nothing to do for a guest. Throws only what the database throws. */
export async function syncOnce(journal: KeptJournal, call: Call, how: How = {}): Promise<Outcome> {
  return alone(how.locks, () => round(journal, call, how));
}

/** Runs while no other tab syncs or signs out. */
export function alone<T>(locks: How['locks'], work: () => Promise<T>): Promise<T> {
  return locks ? (locks.request(LOCK, work) as Promise<T>) : work();
}

async function round(journal: KeptJournal, call: Call, how: How): Promise<Outcome> {
  const person = journal.profile;
  if (person === GUEST) return { state: 'done' };
  try {
    // A stamp must be right before it leaves: whoever has not heard the server's time for long asks first.
    const isDownFirst = how.up !== false && !(await journal.db.read((tx) => isClockTold(tx, journal.env.now())));
    if (isDownFirst) await fetchDown(journal, call, person);
    if (how.up !== false) await sendUp(journal, call, { person, keepalive: how.keepalive === true });
    if (how.down !== false) {
      if (!isDownFirst) await fetchDown(journal, call, person);
      await sendReports(journal, call, person);
      await mark(journal, person, 'syncedAt');
    }
    return { state: 'done' };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { state: ENDS[error.code] ?? 'stuck', code: error.code };
  }
}

async function sendUp(
  journal: KeptJournal,
  call: Call,
  { person, keepalive }: { person: string; keepalive: boolean },
): Promise<void> {
  let contested: Batch | undefined;
  for (;;) {
    const frozen = await freezeNext(journal.db, person, journal.env.now());
    if (!frozen) return;
    const { batch } = frozen;
    if (frozen.restamped) await journal.changed();
    try {
      await send(journal, call, { person, batch, keepalive });
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code : undefined;
      if (code === 'invalid_input' || code === 'body_too_large') await narrow(journal.db, person, batch);
      else if (code === 'batch_differs') {
        // Seen twice, the table has not shown us yet what it holds: it will.
        if (contested?.device === batch.device && contested.first === batch.first) throw new ApiProblem('busy');
        contested = batch;
        await fetchDown(journal, call, person);
      } else throw error;
    }
  }
}

async function send(
  journal: KeptJournal,
  call: Call,
  { person, batch, keepalive }: { person: string; batch: Batch; keepalive: boolean },
): Promise<void> {
  const answer = await call('addBatch', { params: { person }, body: batch, keepalive });
  // Whatever else answers in the server's place (a hotel's gateway) must not pass for an acknowledgement.
  if (answer?.through !== lastOf(batch)) throw new ApiProblem('internal');
  await acknowledge(journal.db, person, batch);
  await mark(journal, person, 'sentAt');
  await journal.correctClock(answer.now);
  await journal.changed([]);
}

async function fetchDown(journal: KeptJournal, call: Call, person: string): Promise<void> {
  for (;;) {
    const known = await knownOf(journal.db, person);
    const answer = await call('listBatches', { params: { person }, query: known ? { known } : {} });
    if (!Array.isArray(answer?.batches)) throw new ApiProblem('internal');
    const written = await writeDown(journal.db, person, { batches: answer.batches, newId: journal.env.newId });
    // Somebody else has signed in meanwhile, in another tab.
    if (!written) throw new ApiProblem('not_found');
    await journal.correctClock(answer.now);
    if (written.ranges.length > 0) await journal.changed(written.moved ? undefined : written.ranges);
    if (!answer.more || !written.news) return;
  }
}

async function sendReports(journal: KeptJournal, call: Call, person: string): Promise<void> {
  const rows = await journal.db.read((tx) => tx.objectStore('reports').getAll(rowsOf(person)));
  for (const row of rows.filter((report) => !report.refused)) {
    const kept = await call('reportQuestion', wired(row)).then(
      () => undefined,
      (error) => refusal(row, error),
    );
    await journal.db.write(async (tx) => {
      if (kept) await tx.objectStore('reports').put(kept);
      else await tx.objectStore('reports').delete([row.owner, row.id]);
    });
    await journal.changed([]);
  }
}

function wired({ id, question, version, reason, text, at }: ReportRow) {
  return { params: { question }, body: { id, version, reason, text, at } };
}

/** The report to be kept aside when it is the report that is wrong; throws any other problem on. */
function refusal(row: ReportRow, error: unknown): ReportRow {
  const code = error instanceof ApiProblem ? error.code : undefined;
  if (code === 'invalid_input' || code === 'not_found' || code === 'body_too_large') return { ...row, refused: true };
  throw error;
}

/** When a person's journal was last compared with the server's, and when entries last went up. */
export interface Marks {
  syncedAt?: string;
  sentAt?: string;
}

export async function marksOf(db: Database, person: string): Promise<Marks> {
  return ((await db.read((tx) => tx.objectStore('meta').get(`sync ${person}`))) as Marks | undefined) ?? {};
}

async function mark(journal: KeptJournal, person: string, what: keyof Marks): Promise<void> {
  const marks = await marksOf(journal.db, person);
  const now = journal.env.now();
  await journal.db.write((tx) => tx.objectStore('meta').put({ ...marks, [what]: now }, `sync ${person}`));
}
