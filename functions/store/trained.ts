// People's training of a year, one item a person and year with all its entries, and courses as they were held: the facts that figures of training are
// counted from. Both are written on the version that was read, in one transaction, so that a course holds each person's share once.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { HeldCourse } from '../domain/participation/held.ts';
import type { TrainingChange, TrainingEntry, TrainingYear } from '../domain/participation/training.ts';
import { getItems } from './batch-get.ts';
import { heldItem } from './held.ts';
import { keys } from './keys.ts';
import type { Item } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { nextVersion, type Part, transact } from './transactions.ts';

/** What is written together. */
export interface TrainingWrite {
  years: readonly Pick<TrainingChange, 'after'>[];
  /** In its next version; missing when it stays as it is. */
  held?: HeldCourse | undefined;
  /** A course that must not be there: whoever makes it reads what is written with this. */
  notHeld?: string | undefined;
}

export function trained(table: Table) {
  return {
    /** Years of people that are there. Consistent, because the next version is built on them. */
    async ofMany(people: Iterable<string>, years: readonly string[]): Promise<TrainingYear[]> {
      const wanted = [...new Set(people)].flatMap((person) => years.map((year) => keys.trained(person, year)));
      return (await getItems(table, wanted)).map(readTrained);
    },

    /** Writes all or nothing; at most a hundred writes. */
    async put(write: TrainingWrite): Promise<'done' | 'conflict'> {
      return (await transact(table, trainingParts(table, write))).length === 0 ? 'done' : 'conflict';
    },
  };
}

export function trainingParts(table: Table, { years, held, notHeld }: TrainingWrite): Part<'conflict'>[] {
  const writes = [
    ...years.map(({ after }) => nextVersion(table, trainedItem(after))),
    ...(held === undefined ? [] : [nextVersion(table, heldItem(held))]),
    ...(notHeld === undefined ? [] : [absent(table, keys.held(notHeld))]),
  ];
  return writes.map((write) => ({ write, refused: 'conflict' }));
}

function absent(table: Table, Key: { PK: string; SK: string }) {
  return { ConditionCheck: { TableName: table.name, Key, ConditionExpression: 'attribute_not_exists(PK)' } };
}

/** Three hundred entries are some ten kilobytes. */
function trainedItem({ entries, ...rest }: TrainingYear) {
  return { ...keys.trained(rest.person, rest.year), ...rest, packed: deflateRawSync(JSON.stringify(entries)) };
}

/** An item as a year of training; CorruptItem for what is none. */
function readTrained({ PK, SK, person, year, version, at, packed }: Item): TrainingYear {
  const isText = [person, year, at].every((value) => typeof value === 'string');
  if (!isText || typeof version !== 'number' || !(packed instanceof Uint8Array)) throw new CorruptItem({ PK, SK });
  const entries: TrainingEntry[] = JSON.parse(inflateRawSync(packed).toString('utf8'));
  return { person, year, version, at, entries } as TrainingYear;
}

/** The facts as the tally finds them. */
export const trainedReader = {
  kind: 'trained',
  is: ({ PK }: { PK: string; SK: string }): boolean => PK.startsWith('TRAINED#'),
  read: readTrained,
};
