// Who works at a unit, as its list shows it: a line for each employment, kept in the transaction that writes the person.
// The line holds what a list shows and nothing that would have to be opened: no whole number of anybody.
import type { Employment, Post } from '../domain/people/employment.ts';
import { holdsOn } from '../domain/period.ts';
import type { Day } from '../domain/time.ts';
import { keys, LAST } from './keys.ts';
import { type Item, itemsIn, type Page, pageOf } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { putAny, type Write } from './transactions.ts';
import type { Joining } from './unit-writes.ts';

export interface Worker {
  person: string;
  name: string;
  post: Post;
  established: boolean;
  from: Day;
  to?: Day;
  maskedPhone?: string;
}

/** What of a person their lines show. */
export interface Listed {
  id: string;
  name: string;
  phone?: { masked: string };
  employments: readonly Employment[];
}

export function workers(table: Table) {
  return {
    /** Those who work at a unit on a day (missing: who ever did or will), by person; `cursor` is the `next` of the page before. */
    list(unit: string, asked: { day?: Day; cursor?: string; limit: number }): Promise<Page<Worker>> {
      const range = { PK: keys.unit(unit).PK, prefix: 'WORKER#', after: asked.cursor, limit: asked.limit };
      return pageOf(table, range, (item) => {
        const worker = read(item);
        return asked.day === undefined || holdsOn(worker, asked.day) ? worker : undefined;
      });
    },

    /** Whether anybody works at a unit on a day or on any later one; consistent, because a unit may only close when nobody does. */
    async anyFrom(unit: string, day: Day): Promise<boolean> {
      const range = { PK: keys.unit(unit).PK, prefix: 'WORKER#', consistent: true };
      for await (const item of itemsIn(table, range)) if ((read(item).to ?? LAST) > day) return true;
      return false;
    },
  };
}

/** The lines that a change of a person writes and deletes. */
export function workerWrites(table: Table, before: Listed | undefined, after: Listed): Write[] {
  const [held, wanted] = [linesOf(before), linesOf(after)];
  const gone = [...held].filter(([key]) => !wanted.has(key));
  const changed = [...wanted].filter(([key, { text }]) => held.get(key)?.text !== text);
  return [
    ...gone.map(([, { item }]) => ({
      Delete: { TableName: table.name, Key: { PK: item.PK, SK: item.SK } },
    })),
    ...changed.map(([, { item }]) => putAny(table, item)),
  ];
}

/** The units that somebody joins, or stays at for longer than before. */
export function joinedUnits(before: Listed | undefined, after: Listed): Joining[] {
  const held = new Map(before?.employments.map((one) => [nameOf(one), one.to ?? LAST]));
  const joining = after.employments.filter((one) => (held.get(nameOf(one)) ?? '') < (one.to ?? LAST));
  const byUnit = Map.groupBy(joining, ({ unit }) => unit);
  return [...byUnit].map(([unit, own]) => ({
    unit,
    to: own.map(({ to }) => to ?? LAST).reduce((a, b) => (a > b ? a : b)),
  }));
}

function linesOf(person: Listed | undefined) {
  const lines = (person?.employments ?? []).map((employment) => {
    const item = lineOf(person as Listed, employment);
    return [nameOf(employment), { item, text: JSON.stringify(item) }] as const;
  });
  return new Map(lines);
}

function lineOf({ id, name, phone }: Listed, { unit, post, established, from, to }: Employment) {
  return { ...keys.worker(unit, id, from), person: id, name, post, established, from, to, maskedPhone: phone?.masked };
}

function nameOf({ unit, from }: Employment): string {
  return `${unit}#${from}`;
}

function read({ PK, SK, ...line }: Item): Worker {
  const { person, name, post, established, from, to } = line;
  const isText = [person, name, post, from].every((value) => typeof value === 'string');
  const isEnd = to === undefined || typeof to === 'string';
  if (!isText || !isEnd || typeof established !== 'boolean') throw new CorruptItem({ PK, SK });
  return line as unknown as Worker;
}
