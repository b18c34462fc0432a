// A tally on a real engine: results are written, the engine's own stream is read, and what was counted is compared with a count by hand.
import type { ReckonerDeps } from '../../../../functions/app/deps.ts';
import type { Result } from '../../../../functions/domain/attempts/result.ts';
import type { Source } from '../../../../functions/domain/figures/source.ts';
import { countedOf, itemSumsOf } from '../../../../functions/domain/statistics/counted.ts';
import { addTo, type Sums } from '../../../../functions/domain/statistics/item-sums.ts';
import { type EngineRecord, streamClient } from '../../../../functions/local/stream-client.ts';
import { resultPut, resultReplace } from '../../../../functions/store/results.ts';
import type { SourceReader } from '../../../../functions/store/source-readers.ts';
import { makeReckonerStore, makeTallyStore } from '../../../../functions/store/store.ts';
import { openTable, type Table } from '../../../../functions/store/table.ts';
import { transact } from '../../../../functions/store/transactions.ts';
import { clientConfig, makeTable, startEngine } from '../../../support/engine.ts';
import { line, result } from '../../domain/statistics/results.ts';

export interface TallyWorld {
  endpoint: string;
  /** What the tally writes by: tests hang faults on it. */
  table: Table;
  /** Past the faults: what people write, and what is looked at. */
  sound: Table;
  deps: ReckonerDeps;
  log: string[];
  /** Writes results: those of version 1 anew, others in place of the version before. */
  write(...results: Result[]): Promise<void>;
  /** The records that came since the last call, of results or of another partition's items (of all: ''). */
  records(prefix?: string): Promise<EngineRecord[]>;
  close(): Promise<void>;
}

/** Families of figures with their readers: none, where nothing but results is counted. */
export interface Families {
  readers: readonly SourceReader[];
  sources: readonly Source[];
}

export async function openTallyWorld(
  { readers, sources }: Families = { readers: [], sources: [] },
): Promise<TallyWorld> {
  const engine = await startEngine();
  const sound = await makeTable(engine.endpoint);
  const table = openTable(sound.name, clientConfig(engine.endpoint), async () => undefined);
  const log: string[] = [];
  const client = streamClient(engine.endpoint);
  const stream = (await client.find(table.name)) ?? '';
  let last: string | undefined;
  return {
    ...{ endpoint: engine.endpoint, table, sound, log },
    deps: {
      store: makeReckonerStore(table, readers),
      sink: (text) => log.push(text),
      now: () => '2026-03-20T03:00:00.000Z',
      clockMs: () => 0,
      sources,
    },
    async write(...results) {
      for (const one of results) {
        const parts = [one.version === 1 ? resultPut(sound, one) : resultReplace(sound, one)];
        const refused = await transact<string>(sound, parts);
        if (refused.length > 0) throw new Error(`a result of the test was not written: ${refused[0]}`);
      }
    },
    async records(prefix = 'ATTEMPTS#') {
      const [shard = ''] = await client.shards(stream);
      const all: EngineRecord[] = [];
      for (let at: string | undefined = await client.iterator(stream, shard, last); at !== undefined; ) {
        const { records, next } = await client.read(at);
        all.push(...records);
        at = records.length === 0 ? undefined : next;
      }
      last = all.at(-1)?.dynamodb.SequenceNumber ?? last;
      return all.filter(({ dynamodb }) => dynamodb.Keys.PK.S.startsWith(prefix));
    },
    async close() {
      for (const one of [table, sound]) one.doc.destroy();
      await engine.stop();
    },
  };
}

/** Cuts records into batches of one to `most`, each one to five times, and moves some of them to later. */
export function delivered(records: readonly EngineRecord[], draw: () => number, most = 9): EngineRecord[][] {
  const batches: EngineRecord[][] = [];
  for (let at = 0; at < records.length; ) {
    const batch = records.slice(at, at + 1 + Math.floor(draw() * most));
    at += batch.length;
    for (let times = 1 + Math.floor(draw() * 5); times > 0; times -= 1) {
      const cut = times === 1 ? batch : batch.slice(Math.floor(draw() * batch.length));
      const place = draw() < 0.3 ? Math.floor(draw() * (batches.length + 1)) : batches.length;
      batches.splice(place, 0, cut);
    }
  }
  return batches;
}

/** A result of a subject of its own, at `questions` questions, with marks and picks drawn by `draw`. */
export function drawnResult(i: number, draw: () => number, change: Partial<Result> = {}): Result {
  const lines = Array.from({ length: 4 }, (_, n) => {
    const [id, pick, earned] = [
      `q${Math.floor(draw() * 6)}-${n}`,
      'ABCD'[Math.floor(draw() * 4)] as string,
      draw() < 0.6,
    ];
    const isBlank = draw() < 0.1;
    const graded = isBlank
      ? { verdict: 'blank' as const, earned: 0 }
      : { verdict: earned ? ('right' as const) : ('wrong' as const), earned: earned ? 2 : 0 };
    return line({ n: n + 1, id, picked: isBlank ? [] : [pick], ...graded });
  });
  const [attempt, person] = [`0mabc${String(i).padStart(4, '0')}-x`, `person-${i % 7}`];
  const minute = String(i % 60).padStart(2, '0');
  return result({ attempt, person, lines, endedAt: `2026-03-${10 + (i % 15)}T03:${minute}:00.000Z`, ...change });
}

/** The same result after a regrade: other marks in the next version. */
export function regradedAt(before: Result, draw: () => number): Result {
  const lines = before.lines.map((one) => ({ ...one, earned: draw() < 0.5 ? 2 : 0 }));
  return { ...before, lines, earned: lines.reduce((sum, one) => sum + one.earned, 0), version: before.version + 1 };
}

/** The sums by scope, item and form of the last version of each result, counted here. */
export function byHand(results: readonly Result[]): Record<string, Sums> {
  const latest = new Map(results.toSorted((a, b) => a.version - b.version).map((one) => [one.attempt, one]));
  const sums: Record<string, Sums> = {};
  for (const one of latest.values()) {
    const counted = countedOf(one);
    for (const { scope, question, version, form, sums: more } of counted === undefined ? [] : itemSumsOf(counted)) {
      const name = [scope, question, version, form].join(' ');
      sums[name] = addTo(sums[name] ?? {}, more);
    }
  }
  return sums;
}

/** What the table holds of some scopes, named the same way. */
export async function inTable({ sound }: TallyWorld, scopes: readonly string[]): Promise<Record<string, Sums>> {
  const { statistics } = makeTallyStore(sound);
  const found = (await Promise.all(scopes.map((scope) => statistics.ofScope(scope)))).flat();
  return Object.fromEntries(
    found.map(({ scope, question, version, form, sums }) => [[scope, question, version, form].join(' '), sums]),
  );
}
