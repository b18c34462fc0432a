// Hands the table's changes to the functions that want them, as AWS does: in order, in batches, filtered, again after a failure and in halves, until one
// record alone is given up. Reads on where it was, through restarts of the launcher and of the engine.
import { setTimeout as wait } from 'node:timers/promises';
import { isHandedOver, type StreamedEntry } from '../entry/function-entry.ts';
import { type EngineRecord, type StreamClient, streamClient } from './stream-client.ts';
import { type Place, type Progress, readProgress, writeProgress } from './stream-progress.ts';

/** What the stream is handed to: the bundle's handler. */
export interface Streamed extends Pick<StreamedEntry, 'name' | 'stream'> {
  run(event: { Records: EngineRecord[] } | { again: Place['dead'] }): Promise<unknown>;
}

export interface StreamOptions {
  endpoint: string;
  table: string;
  /** Where it is note how far each has read. */
  file: string;
  streamed: readonly Streamed[];
  /** Told of records that are given up, and of a database without a stream. */
  warn(line: string): void;
  /** The pause when there was nothing, in milliseconds. */
  everyMs?: number;
}

const EVERY_MS = 500;

/** On one machine nobody waits for twenty tries. */
const TRIES = 3;

/** Rounds after which one is told how far it is. */
const TOLD_EVERY = 20;

/** Turns in a row that may fail before one is told: the engine restarts now and then. */
const SILENT_TURNS = 20;

/** Starts to read, and returns what stops it: that waits for the batch under way. */
export function startStreams(options: StreamOptions): () => Promise<void> {
  const stopped = new AbortController();
  const reading = options.streamed.length === 0 ? undefined : follow(options, stopped.signal);
  return async () => {
    stopped.abort();
    await reading;
  };
}

/** Reads to where nothing more comes, and ends. `told` hears now and then how many rounds of records were read. */
export async function readToTheEnd(options: StreamOptions, told: (rounds: string) => void): Promise<void> {
  const readers = await open(options);
  const never = new AbortController().signal;
  for (let rounds = 1, came = true; came; rounds += 1) {
    came = (await Promise.all(readers.map((read) => read(never)))).some(Boolean);
    if (rounds % TOLD_EVERY === 0) told(`${rounds} × 1000`);
  }
}

async function follow(options: StreamOptions, stopped: AbortSignal): Promise<void> {
  const { table, warn, everyMs = EVERY_MS } = options;
  let readers: Reader[] | undefined;
  let failures = 0;
  while (!stopped.aborted) {
    const came = await turn().catch((error: unknown) => {
      readers = undefined;
      failures += 1;
      if (failures === SILENT_TURNS) warn(`nobody reads the stream of ${table}: ${nameOf(error)}`);
      return false;
    });
    if (!came) await wait(everyMs, undefined, { signal: stopped }).catch(() => undefined);
  }

  /** Reads on in every shard for every function; gives whether anything came. */
  async function turn(): Promise<boolean> {
    readers ??= await open(options);
    const came = await Promise.all(readers.map((read) => read(stopped)));
    failures = 0;
    return came.some(Boolean);
  }
}

/** Reads on once and hands over what came; gives whether anything did. */
type Reader = (stopped: AbortSignal) => Promise<boolean>;

/** A reader for each function, at the place that the file says. */
async function open({ endpoint, table, file, streamed, warn }: StreamOptions): Promise<Reader[]> {
  const client = streamClient(endpoint);
  const stream = await client.find(table);
  if (stream === undefined) throw new Error('the table has no stream');
  const known = readProgress(file);
  const progress: Progress = known?.stream === stream ? known : { stream, functions: {} };
  const note = () => writeProgress(file, progress);
  return streamed.map((one) => {
    const place: Place = progress.functions[one.name] ?? { shards: {}, dead: [] };
    progress.functions[one.name] = place;
    return makeReader({ client, stream, place, note, one, warn });
  });
}

interface Reading {
  client: StreamClient;
  stream: string;
  place: Place;
  /** Writes the place down. */
  note(): void;
  one: Streamed;
  warn(line: string): void;
}

function makeReader(reading: Reading): Reader {
  const { client, stream, place } = reading;
  /** Where to read on in each shard; nowhere (undefined) in one that is over. */
  const iterators = new Map<string, string | undefined>();
  let isFirst = true;
  return async (stopped) => {
    if (isFirst) await reviveDead(reading);
    isFirst = false;
    if ([...iterators.values()].every((at) => at === undefined)) {
      for (const shard of await client.shards(stream)) {
        if (!iterators.has(shard)) iterators.set(shard, await client.iterator(stream, shard, place.shards[shard]));
      }
    }
    let came = false;
    for (const [shard, at] of iterators) {
      if (at === undefined) continue;
      const { records, next } = await client.read(at);
      await handOverAll(reading, { shard, records }, stopped);
      if (stopped.aborted) return true;
      iterators.set(shard, next);
      came ||= records.length > 0;
    }
    return came;
  };
}

/** Batch by batch, and after each it is noted how far one has read. */
async function handOverAll(
  reading: Reading,
  { shard, records }: { shard: string; records: readonly EngineRecord[] },
  stopped: AbortSignal,
): Promise<void> {
  for (const batch of batchesOf(records, reading.one)) {
    if (stopped.aborted) return;
    await handOver(reading, batch.records);
    reading.place.shards[shard] = batch.last;
    reading.note();
  }
}

/** What lay dead is counted once more at a start: a new version may be able to. */
async function reviveDead({ place, one, note }: Reading): Promise<void> {
  const left: Place['dead'] = [];
  for (const key of place.dead) {
    const isDone = await one.run({ again: [key] }).then(
      () => true,
      () => false,
    );
    if (!isDone) left.push(key);
  }
  if (left.length === place.dead.length) return;
  place.dead = left;
  note();
}

/** Records that pass the filter by batches, each with how far one has then read; the last one may be empty. */
function batchesOf(
  records: readonly EngineRecord[],
  { stream }: Streamed,
): { records: EngineRecord[]; last: string }[] {
  const batches: { records: EngineRecord[]; last: string }[] = [];
  let gathered: EngineRecord[] = [];
  for (const record of records) {
    const { Keys, SequenceNumber: last } = record.dynamodb;
    if (isHandedOver(stream.filters, { PK: Keys.PK.S, SK: Keys.SK.S })) gathered.push(record);
    if (gathered.length < stream.batch && record !== records.at(-1)) continue;
    batches.push({ records: gathered, last });
    gathered = [];
  }
  return batches;
}

async function handOver(reading: Reading, records: EngineRecord[]): Promise<void> {
  if (records.length === 0) return;
  const { place, one, warn } = reading;
  for (const { dynamodb } of await failing(one, records, TRIES)) {
    const [PK, SK] = [dynamodb.Keys.PK.S, dynamodb.Keys.SK.S];
    place.dead.push({ PK, SK });
    // A key may name a person; the file of this machine may, its terminal need not.
    warn(`${one.name} gave up a record; see streams.json in the data folder`);
  }
}

/** The records that fail by themselves, after so many tries. Rejects when the table is busy: that is nobody's fault, and passes. */
async function failing(one: Streamed, records: EngineRecord[], tries: number): Promise<EngineRecord[]> {
  const left = await tried(one, records);
  if (left.length === 0) return [];
  if (left.length === 1) return tries > 1 ? failing(one, left, tries - 1) : left;
  const middle = Math.ceil(left.length / 2);
  return [...(await failing(one, left.slice(0, middle), tries)), ...(await failing(one, left.slice(middle), tries))];
}

/** What must come again: from the first record that is reported, or all when the function fails. */
async function tried(one: Streamed, Records: EngineRecord[]): Promise<EngineRecord[]> {
  try {
    const answer = (await one.run({ Records })) as { batchItemFailures?: { itemIdentifier: string }[] } | undefined;
    const failed = new Set(answer?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier));
    const first = Records.findIndex(({ dynamodb }) => failed.has(dynamodb.SequenceNumber));
    return first === -1 ? [] : Records.slice(first);
  } catch (error) {
    if (nameOf(error) === 'TableBusy') throw error;
    return Records;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'not an error';
}
