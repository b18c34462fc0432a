// Reads a batch of the table's stream and counts what it says: each fact is brought from what was counted of it to what it is now. Facts need no order:
// the highest version of each counts, and what comes twice, late or in parts comes to the same.
import type { TallyDeps } from '../../app/deps.ts';
import type { Change, SourceChange, StreamRecord } from '../../store/changes.ts';
import type { Fact } from '../../store/tally.ts';
import { count } from './count.ts';
import { practise, resettle } from './practice.ts';
import { goneFacts, sourceFacts } from './sources.ts';

/** What Lambda asks for: the sequence numbers of records that could not be read; with none, the batch is done. */
export interface Answer {
  batchItemFailures: { itemIdentifier: string }[];
}

/** What the function is called with: by the stream, or by hand. */
export interface Asked {
  Records?: readonly StreamRecord[];
  /** Keys of items that are to be counted as they are now. */
  again?: readonly { PK: string; SK: string }[];
}

/** Answers the stream, or whoever calls by hand. */
export function handle(deps: TallyDeps) {
  return async ({ Records: records = [], again: keys }: Asked): Promise<Answer | { counted: number }> =>
    keys === undefined ? tally(deps)(records) : { counted: await again(deps)(keys) };
}

/**
 * Counts a batch. A record that cannot be read is reported and stops no other; it comes again, and after some times lies in the dead-letter queue. Rejects
 * when the table fails: the batch comes again, whole. Either way the log names what was not counted.
 */
export function tally(deps: TallyDeps) {
  return async (records: readonly StreamRecord[]): Promise<Answer> => {
    const { changes, unread } = readAll(deps, records);
    unread.push(...(await work(deps, changes)));
    return { batchItemFailures: unread.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

/**
 * Counts items as they are now, by their keys: what a log or a dead-letter queue names. Gives how many there were to count: those that are there, and
 * source facts that are counted and are no more.
 */
export function again(deps: TallyDeps) {
  return async (keys: readonly { PK: string; SK: string }[]): Promise<number> => {
    const found = await Promise.all(keys.map((key) => deps.store.changes.now(key)));
    const changes = found.filter((change) => change !== undefined);
    const unread = await work(deps, changes);
    if (unread.length > 0) throw new Error(`${unread.length} of the items cannot be counted: the log names them`);
    const gone = await goneFacts(
      deps,
      keys.filter((_, i) => found[i] === undefined),
    );
    await count(deps, gone);
    return changes.length + gone.length;
  };
}

function readAll({ store, sink }: TallyDeps, records: readonly StreamRecord[]) {
  const changes: Change[] = [];
  const unread: string[] = [];
  for (const record of records) {
    try {
      const change = store.changes.of(record);
      if (change !== undefined) changes.push(change);
    } catch (error) {
      const { SequenceNumber = '', Keys: key } = record.dynamodb ?? {};
      // Its key says where it is, and is all that a log may hold of it.
      sink(JSON.stringify({ level: 'error', job: 'tally', fault: nameOf(error), key }));
      unread.push(SequenceNumber);
    }
  }
  return { changes, unread };
}

/** Does what changes ask for; gives the numbers of those that it could not. The log names what was not done: the next try may be a human's. */
async function work(deps: TallyDeps, changes: readonly Change[]): Promise<string[]> {
  const facts = newest(changes);
  const reports = changes.flatMap((change) => (change.kind === 'report' ? [change.report] : []));
  const sources = changes.flatMap((change) => (change.kind === 'source' ? [change.source] : []));
  const practice = changes.flatMap((change) => ('practice' in change ? (change.practice ?? []) : []));
  try {
    await noteUnits(deps, changes);
    const figures = await sourceFacts(deps, sources);
    await count(deps, facts);
    await count(deps, figures.facts);
    await practise(deps, practice);
    await resettle(deps, peopleIn(sources));
    for (const report of reports) await deps.store.reportQueue.add(report);
    return figures.failed.map(({ change, error }) => {
      deps.sink(JSON.stringify({ level: 'error', job: 'tally', fault: nameOf(error), key: change.key }));
      return change.sequence ?? '';
    });
  } catch (error) {
    const undone = {
      facts: [...facts, ...sources].map(({ key }) => key),
      practice: practice.map(({ source }) => source),
      reports: reports.map(({ id, question }) => ({ id, question })),
    };
    deps.sink(JSON.stringify({ level: 'error', job: 'tally', fault: nameOf(error), ...undone }));
    throw error;
  }
}

/** The people whose own items have changed. */
function peopleIn(sources: readonly SourceChange[]): string[] {
  return sources.flatMap(({ kind, key }) => (kind === 'staff' ? [key.PK.slice('PERSON#'.length)] : []));
}

/** Keeps units in the history, and puts those that have moved into the list of what is to be counted anew. */
async function noteUnits({ store, now }: TallyDeps, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (change.kind !== 'unit') continue;
    const { unit, at = now(), isMoved } = change.version;
    await store.factHistory.keepUnit(unit, at);
    for (const successor of unit.successors) await store.factPointers.addMerged(successor, unit.id);
    if (isMoved) await store.treeChanges.add({ unit: unit.id, at, version: unit.version });
  }
}

/** The highest version of each fact. */
function newest(changes: readonly Change[]): Fact[] {
  const byKey = new Map<string, Fact>();
  for (const change of changes) {
    if (change.kind !== 'fact') continue;
    const { fact } = change;
    const key = `${fact.key.PK} ${fact.key.SK}`;
    const before = byKey.get(key);
    if (before === undefined || before.version < fact.version) byKey.set(key, fact);
  }
  return [...byKey.values()];
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'not an error';
}
