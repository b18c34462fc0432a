// Every version of a source fact that the stream has shown, cut into pieces, and of the units that figures stand under: what held at any instant can be
// counted again, whatever was changed since. Written by the tally alone, once, and never changed.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Piece } from '../domain/figures/additions.ts';
import { type Day, dayOf, daysBetween, type Instant } from '../domain/time.ts';
import type { Unit } from '../domain/units/unit.ts';
import { figureKeys } from './figure-keys.ts';
import { keys, LAST } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';
import type { Key } from './tally.ts';

/** A version of a fact, as it was cut. */
export interface KeptFact {
  source: Key;
  kind: string;
  version: number;
  /** When it was written; of a later cut, when the tree was changed. */
  at: Instant;
  /** None of one that is no more. */
  pieces: readonly Piece[];
  /** See Source: of each day the last version is kept, and known from the next day on. */
  daily?: boolean;
}

/** The kind of units in the history. */
const UNIT = 'unit';

/** Facts that are looked up at once. */
const AT_ONCE = 16;

export function factHistory(table: Table) {
  async function put(item: Key & Omit<KeptFact, 'source' | 'pieces'>, kept: unknown): Promise<void> {
    const command = new PutCommand({
      TableName: table.name,
      Item: { ...item, kept: deflateRawSync(JSON.stringify(kept)) },
      ...(item.daily ? laterVersion(item) : { ConditionExpression: 'attribute_not_exists(PK)' }),
    });
    await table.doc.send(command).catch((error: unknown) => {
      if (!isConditionFailed(error)) throw error;
    });
  }

  /** The last of what is kept of an item, in a version (missing: in any), that was written up to an instant. */
  async function last(source: Key, { version, upTo = LAST }: { version?: number; upTo?: Instant }) {
    const { PK, SK } = figureKeys.history(source, version ?? 0);
    const prefix = version === undefined ? `${source.SK}#` : SK;
    for await (const item of itemsIn(table, { PK, prefix, backwards: true, consistent: true, page: 4 })) {
      const kept = read(source, item);
      if (isKnown(kept, upTo)) return kept;
    }
    return undefined;
  }

  return {
    /** Keeps a version; what is kept stays. `cut`: the same version, cut otherwise when the tree was changed at `at`. */
    async keep({ source, kind, version, at, pieces, daily }: KeptFact, cut = false): Promise<void> {
      if (daily) await put({ ...figureKeys.history(source, numberOf(at)), kind, at, version, daily }, pieces);
      else await put({ ...figureKeys.history(source, version, cut ? at : ''), kind, at, version }, pieces);
    },

    /** The newest cut of a version. */
    async newest({
      source,
      version,
      daily,
    }: Pick<KeptFact, 'source' | 'version' | 'daily'>): Promise<KeptFact | undefined> {
      const kept = await last(source, daily ? {} : { version });
      return kept === undefined || kept.version !== version ? undefined : factOf(kept);
    },

    /** The facts as they were at an instant, in the order asked; those that were not there then are left out. Consistent. */
    async *asOf(sources: readonly Key[], cutOff: Instant): AsyncGenerator<KeptFact> {
      for (let first = 0; first < sources.length; first += AT_ONCE) {
        const part = sources.slice(first, first + AT_ONCE);
        const found = await Promise.all(part.map((source) => last(source, { upTo: cutOff })));
        yield* found.flatMap((kept) => (kept === undefined ? [] : [factOf(kept)]));
      }
    },

    /** When the first version of a fact was written after an instant; undefined when there is none. */
    async firstAfter(source: Key, instant: Instant): Promise<Instant | undefined> {
      const { PK } = figureKeys.history(source, 0);
      for await (const item of itemsIn(table, { PK, prefix: `${source.SK}#`, consistent: true, page: 16 })) {
        const kept = read(source, item);
        if (!isKnown(kept, instant)) return kept.at;
      }
      return undefined;
    },

    /** Keeps a unit as it is in a version. */
    async keepUnit(unit: Unit, at: Instant): Promise<void> {
      const { id, kind, division, opened, closed, names, parents, successors, version } = unit;
      const kept = { id, kind, division, opened, closed, names, parents, successors, version, contacts: {}, posts: [] };
      await put({ ...figureKeys.history(keys.unit(id), version), kind: UNIT, at, version }, kept);
    },

    /** Units as they were known at an instant, without contacts and posts; those of which nothing is kept from before it are left out. */
    async unitsAsOf(ids: readonly string[], cutOff: Instant): Promise<Map<string, Unit>> {
      const found = new Map<string, Unit>();
      for (let first = 0; first < ids.length; first += AT_ONCE) {
        const part = ids.slice(first, first + AT_ONCE);
        const kept = await Promise.all(part.map((id) => last(keys.unit(id), { upTo: cutOff })));
        for (const one of kept) if (one?.kind === UNIT) found.set((one.kept as Unit).id, one.kept as Unit);
      }
      return found;
    },
  };
}

interface Kept extends Omit<KeptFact, 'pieces'> {
  kept: unknown;
}

function factOf({ kept, ...fact }: Kept): KeptFact {
  return { ...fact, pieces: kept as readonly Piece[] };
}

/** The number under which the last version of a day is kept. */
function numberOf(at: Instant): number {
  return daysBetween('1970-01-01', dayOf(at));
}

/** Over a version of the same day that was before, or was cut before. */
function laterVersion({ version, at }: Pick<KeptFact, 'version' | 'at'>) {
  return {
    ConditionExpression: 'attribute_not_exists(PK) OR #version < :version OR (#version = :version AND #at < :at)',
    ExpressionAttributeNames: { '#version': 'version', '#at': 'at' },
    ExpressionAttributeValues: { ':version': version, ':at': at },
  };
}

/** Whether something was known at an instant: of a daily fact, whether its day was over. */
function isKnown({ at, daily }: Kept, instant: Instant): boolean {
  if (!daily || instant === LAST) return at <= instant;
  const [written, asked]: [Day, Day] = [dayOf(at), dayOf(instant)];
  return written < asked;
}

function read(source: Key, { PK, SK, kind, at, version, kept, daily }: Item): Kept {
  const isWhole = typeof kind === 'string' && typeof at === 'string' && typeof version === 'number';
  if (!isWhole || !(kept instanceof Uint8Array)) throw new CorruptItem({ PK, SK });
  const pieces: unknown = JSON.parse(inflateRawSync(kept).toString('utf8'));
  return { source, kind, at, version, kept: pieces, ...(daily === true && { daily }) };
}
