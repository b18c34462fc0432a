// What the reader of the table's stream looks at: which items, and what a change of one means. Its filter stands in entry/manifest.ts.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Image, plainItem } from './images.ts';
import type { Item } from './ranges.ts';
import { type Report, readReport } from './reports.ts';
import { readResult } from './results.ts';
import { goneFact, resultFact } from './results-index.ts';
import { CorruptItem, type Table } from './table.ts';
import type { Fact, Key } from './tally.ts';

/** A record of the stream as Lambda hands it over, as far as it is read. */
export interface StreamRecord {
  eventName?: string;
  dynamodb?: {
    Keys?: Image;
    NewImage?: Image;
    OldImage?: Image;
    /** Digits; counted up inside a shard. */
    SequenceNumber?: string;
  };
}

/** A fact that is to be counted, or a report of a question that goes into the queue. */
export type Change = { kind: 'fact'; fact: Fact } | { kind: 'report'; report: Report };

const RESULT = /^ATTEMPTS#[^#]+ [^#]+#RESULT$/;
const REPORT = /^QUESTION#[^#]+ REPORT#/;

/** What a record means; undefined when nobody counts such items. Throws for an item that is not of its form. */
function changeOf({ eventName, dynamodb = {} }: StreamRecord): Change | undefined {
  const { Keys, NewImage, OldImage } = dynamodb;
  const key = plainItem(Keys ?? {}) as unknown as Key;
  const name = `${key.PK} ${key.SK}`;
  if (REPORT.test(name) && eventName === 'INSERT' && NewImage !== undefined) return reportIn(imageOf(key, NewImage));
  const image = NewImage ?? OldImage;
  if (!RESULT.test(name) || image === undefined) return undefined;
  const result = readResult(imageOf(key, image));
  return { kind: 'fact', fact: NewImage === undefined ? goneFact(result) : resultFact(result) };
}

export function changes(table: Table) {
  return {
    of: changeOf,

    /** What an item means as it is now: for one whose record was given up. Undefined when it is not there, or nobody counts it. */
    async now({ PK, SK }: Key): Promise<Change | undefined> {
      const name = `${PK} ${SK}`;
      if (!RESULT.test(name) && !REPORT.test(name)) return undefined;
      const command = new GetCommand({ TableName: table.name, Key: { PK, SK }, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      if (item === undefined) return undefined;
      return RESULT.test(name) ? { kind: 'fact', fact: resultFact(readResult(item as Item)) } : reportIn(item as Item);
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
