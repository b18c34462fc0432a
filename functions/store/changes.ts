// What the reader of the table's stream looks at: which items, and what a change of one means. Its filter stands in entry/manifest.ts.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Instant, instantOf } from '../domain/time.ts';
import type { Unit } from '../domain/units/unit.ts';
import { getItems } from './batch-get.ts';
import { type Image, plainItem } from './images.ts';
import { isPractice, type PracticeChange, practiceGone, practiceIn } from './practice-changes.ts';
import { practisedReader } from './practised.ts';
import type { Item } from './ranges.ts';
import { type Report, readReport } from './reports.ts';
import { readResult } from './results.ts';
import { goneFact, resultFact } from './results-index.ts';
import { type FoundSource, SOURCE_READERS, type SourceReader, sourceIn } from './source-readers.ts';
import { CorruptItem, type Table } from './table.ts';
import type { Fact, Key } from './tally.ts';
import { readUnit } from './units.ts';

/** A record of the stream as Lambda hands it over, as far as it is read. */
export interface StreamRecord {
  eventName?: string;
  dynamodb?: {
    Keys?: Image;
    NewImage?: Image;
    OldImage?: Image;
    /** Digits; counted up inside a shard. */
    SequenceNumber?: string;
    /** Epoch seconds. */
    ApproximateCreationDateTime?: number;
  };
}

/** A source fact in one of its versions. `goneAt`: it was deleted then, and this is what it was last. */
export interface SourceChange extends FoundSource {
  goneAt?: Instant;
  /** The number of its record, when it comes from the stream. */
  sequence?: string;
}

/** A unit in one of its versions. `isMoved`: its place in the tree is, or may be, another one than before. */
export interface UnitVersion {
  unit: Unit;
  /** Missing: nobody knows. */
  at?: Instant;
  isMoved: boolean;
}

/** A fact that is to be counted, what somebody did, a report of a question that goes into the queue, a source fact of figures, or a unit. */
export type Change =
  | { kind: 'fact'; fact: Fact; practice?: PracticeChange }
  | { kind: 'practice'; practice: PracticeChange }
  | { kind: 'report'; report: Report }
  | { kind: 'source'; source: SourceChange }
  | { kind: 'unit'; version: UnitVersion };

const RESULT = /^ATTEMPTS#[^#]+ [^#]+#RESULT$/;
const REPORT = /^QUESTION#[^#]+ REPORT#/;

const UNIT = /^UNIT#[^#]+ UNIT$/;

/** What a record means; undefined when nobody counts such items. Throws for an item that is not of its form. */
function changeOf(readers: readonly SourceReader[], record: StreamRecord): Change | undefined {
  const { eventName, dynamodb = {} } = record;
  const { Keys, NewImage, OldImage } = dynamodb;
  const key = plainItem(Keys ?? {}) as unknown as Key;
  const name = `${key.PK} ${key.SK}`;
  if (REPORT.test(name) && eventName === 'INSERT' && NewImage !== undefined) return reportIn(imageOf(key, NewImage));
  const image = NewImage ?? OldImage;
  if (image === undefined) return undefined;
  if (UNIT.test(name)) return NewImage === undefined ? undefined : unitIn(key, record);
  const practice = countsPractice(readers) && isPractice(key) ? practiceOf(key, record) : undefined;
  if (!RESULT.test(name))
    return practice === undefined ? sourceOf(readers, key, record) : { kind: 'practice', practice };
  const result = readResult(imageOf(key, image));
  const fact = NewImage === undefined ? goneFact(result) : resultFact(result);
  return { kind: 'fact', fact, ...(practice && { practice }) };
}

/** Whether what people do is counted: not where a test counts other things alone. */
function countsPractice(readers: readonly SourceReader[]): boolean {
  return readers.includes(practisedReader);
}

function practiceOf(key: Key, { dynamodb = {} }: StreamRecord): PracticeChange {
  const { NewImage, OldImage, ApproximateCreationDateTime: seconds } = dynamodb;
  const at = seconds === undefined ? {} : { at: instantOf(seconds * 1000) };
  return practiceIn({ ...imageOf(key, NewImage ?? OldImage ?? {}), ...key }, { gone: NewImage === undefined, ...at });
}

function sourceOf(readers: readonly SourceReader[], key: Key, { dynamodb = {} }: StreamRecord): Change | undefined {
  if (!readers.some(({ is }) => is(key))) return undefined;
  const { NewImage, OldImage, SequenceNumber: sequence = '' } = dynamodb;
  const source = sourceIn(readers, { ...imageOf(key, NewImage ?? OldImage ?? {}), ...key });
  if (source === undefined) return undefined;
  const gone = NewImage === undefined ? { goneAt: instantIn(dynamodb) } : {};
  return { kind: 'source', source: { ...source, ...gone, sequence } };
}

/** Undefined for what only counts who joins: the unit is as it was. */
function unitIn(key: Key, { dynamodb = {} }: StreamRecord): Change | undefined {
  const unit = readUnit(imageOf(key, dynamodb.NewImage ?? {}));
  const before = dynamodb.OldImage === undefined ? undefined : readUnit(imageOf(key, dynamodb.OldImage));
  if (before?.version === unit.version) return undefined;
  const isMoved = before !== undefined && placeOf(before) !== placeOf(unit);
  return { kind: 'unit', version: { unit, at: instantIn(dynamodb), isMoved } };
}

/** What of a unit chains are made of. */
function placeOf({ opened, closed, parents, successors }: Unit): string {
  const links = parents.map(({ from, value }) => [from, value]);
  return JSON.stringify([opened, closed, links, successors]);
}

function instantIn({ ApproximateCreationDateTime: seconds = 0 }: NonNullable<StreamRecord['dynamodb']>): Instant {
  return instantOf(seconds * 1000);
}

export function changes(table: Table, readers: readonly SourceReader[] = SOURCE_READERS) {
  return {
    of: (record: StreamRecord): Change | undefined => changeOf(readers, record),

    /** What an item means as it is now: for one whose record was given up. Undefined when it is not there, or nobody counts it. */
    async now({ PK, SK }: Key): Promise<Change | undefined> {
      const name = `${PK} ${SK}`;
      const isSource = readers.some(({ is }) => is({ PK, SK }));
      const isDone = countsPractice(readers) && isPractice({ PK, SK });
      if (!isSource && !isDone && ![RESULT, REPORT, UNIT].some((known) => known.test(name))) return undefined;
      const command = new GetCommand({ TableName: table.name, Key: { PK, SK }, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      if (item === undefined) return isDone ? { kind: 'practice', practice: practiceGone({ PK, SK }) } : undefined;
      if (UNIT.test(name)) return { kind: 'unit', version: { unit: readUnit(item as Item), isMoved: true } };
      const source = sourceIn(readers, item as Item);
      if (source !== undefined) return { kind: 'source', source };
      const practice = isDone ? practiceIn(item as Item, {}) : undefined;
      if (RESULT.test(name)) {
        return { kind: 'fact', fact: resultFact(readResult(item as Item)), ...(practice && { practice }) };
      }
      return practice === undefined ? reportIn(item as Item) : { kind: 'practice', practice };
    },

    /** The kind of source facts that a key is of; undefined when it is of none. */
    kindOf: (key: Key): string | undefined => readers.find(({ is }) => is(key))?.kind,

    /** Source facts as they are now, without those that are not there, and the keys of those that are not of their form. Consistent. */
    async sources(keys: readonly Key[]): Promise<{ found: FoundSource[]; corrupt: Key[] }> {
      const [found, corrupt]: [FoundSource[], Key[]] = [[], []];
      for (const item of await getItems(table, keys)) {
        try {
          const source = sourceIn(readers, item);
          if (source !== undefined) found.push(source);
        } catch (error) {
          if (!(error instanceof CorruptItem)) throw error;
          corrupt.push({ PK: item.PK, SK: item.SK });
        }
      }
      return { found, corrupt };
    },
  };
}

function reportIn(item: Item): Change {
  return { kind: 'report', report: readReport(item) };
}

/** The item of an image; CorruptItem where it has none of DynamoDB's types. */
function imageOf(key: Key, image: Image): Item {
  try {
    return plainItem(image) as Item;
  } catch (cause) {
    throw Object.assign(new CorruptItem(key), { cause });
  }
}
