// Reports of faulty questions: a fact under the question, written once. Staff read them by question; a note under the person leads to theirs.
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/time.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { putNew, transact } from './transactions.ts';

export interface Report {
  id: string;
  question: string;
  version: number;
  /** Who made it, by the id they had then. */
  person: string;
  reason: string;
  text: string;
  at: Instant;
  receivedAt: Instant;
}

export function reports(table: Table) {
  /** The notes under a person, as the keys of what they lead to. */
  async function notesOf(person: string): Promise<Note[]> {
    const range = { PK: keys.person(person).PK, prefix: 'REPORT#', consistent: true };
    const found: Note[] = [];
    for await (const item of itemsIn(table, range)) found.push(noteIn(item));
    return found;
  }

  async function drop(person: string, note: Note): Promise<void> {
    const Key = keys.reportOfPerson(person, note);
    await table.doc.send(new DeleteCommand({ TableName: table.name, Key }));
  }

  async function copyNotes(from: string, to: string): Promise<void> {
    for (const note of await notesOf(from)) {
      const Item = { ...keys.reportOfPerson(to, note), ...note };
      await table.doc.send(new PutCommand({ TableName: table.name, Item }));
    }
  }

  return {
    /** Notes a person's reports under another person too. */
    copyNotes,

    /** Writes a report with its note; `same` when this person sent one with this id before. */
    async put(report: Report): Promise<'new' | 'same'> {
      const { id, question, person } = report;
      const note = { id, question, author: person };
      const refused = await transact(table, [
        { write: putNew(table, { ...keys.report(question, person, id), ...report }), refused: 'same' },
        { write: putNew(table, { ...keys.reportOfPerson(person, note), ...note }), refused: 'same' },
      ]);
      return refused.length === 0 ? 'new' : 'same';
    },

    /** All reports of a person, the oldest first. */
    async ofPerson(person: string): Promise<Report[]> {
      const items = await getItems(table, (await notesOf(person)).map(reportKey));
      return items.map(readReport).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    },

    /** Replaces the text of each of a person's reports by what `clean` makes of it, and forgets whose they were. Again: the same. */
    async release(person: string, clean: (text: string) => string): Promise<void> {
      for (const note of await notesOf(person)) {
        const [item] = await getItems(table, [reportKey(note)]);
        const text = item && readReport(item).text;
        if (item !== undefined && text !== undefined && clean(text) !== text) {
          await table.doc.send(rewording(table, item, clean(text)));
        }
        await drop(person, note);
      }
    },

    /** Notes a person's reports under another person instead. */
    async moveNotes(from: string, to: string): Promise<void> {
      await copyNotes(from, to);
      for (const note of await notesOf(from)) await drop(from, note);
    },
  };
}

interface Note {
  id: string;
  question: string;
  author: string;
}

function reportKey({ question, author, id }: Note) {
  return keys.report(question, author, id);
}

function rewording(table: Table, { PK, SK }: Item, text: string): UpdateCommand {
  return new UpdateCommand({
    TableName: table.name,
    Key: { PK, SK },
    UpdateExpression: 'SET #text = :text',
    ExpressionAttributeNames: { '#text': 'text' },
    ExpressionAttributeValues: { ':text': text },
  });
}

function noteIn({ PK, SK, id, question, author }: Item): Note {
  if ([id, question, author].some((value) => typeof value !== 'string')) throw new CorruptItem({ PK, SK });
  return { id, question, author } as Note;
}

/** A stored report, also as it comes in the table's stream. */
export function readReport({ PK, SK, ...report }: Item): Report {
  const { id, question, person, reason, text, at, receivedAt, version } = report;
  const isText = [id, question, person, reason, text, at, receivedAt].every((value) => typeof value === 'string');
  if (!isText || typeof version !== 'number') throw new CorruptItem({ PK, SK });
  return report as unknown as Report;
}
