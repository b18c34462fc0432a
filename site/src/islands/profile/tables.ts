// What was taken out, as tables for a spreadsheet: one for each kind of thing, its first row the names of the columns. Pure.
import type { Entry } from '../../../../functions/domain/practice/journal.ts';
import { dayOf } from '../../../../functions/domain/time.ts';
import { clockText } from '../me/moment.ts';
import { type Said, spanText, studiesText, type Taken } from './own.ts';
import type { TakenOut } from './take-out.ts';

export const TABLES = ['facts', 'employments', 'certificates', 'roles', 'answers'] as const;

export type TableName = (typeof TABLES)[number];

/** Mock papers are in the whole file alone: their answers stand in the journal, too. */
type Tabled = Pick<TakenOut, 'record' | 'journal'>;

/** The rows of a table, with its heading. */
export function tableOf(name: TableName, { record, journal }: Tabled, said: Said): string[][] {
  const rows = ROWS[name]({ record, journal }, said);
  return [[...said.t.export.columns[name]], ...rows];
}

const ROWS: Record<TableName, (taken: Tabled, said: Said) => string[][]> = {
  facts: ({ record }, said) => factRows(record, said),
  employments: ({ record }, { t }) =>
    record.employments.map(({ unitName, post, established, from, to }) => [
      ...[unitName, t.workPosts[post], t.establishedIs[established ? 'yes' : 'no'], from, to ?? ''],
    ]),
  certificates: ({ record }, { words }) =>
    record.certificates.map(({ level, number, issued, registered, registrationFrom, registrationTo }) => [
      ...[words.levelNames[level], apart(number), issued, registered ?? ''],
      ...[registrationFrom ?? '', registrationTo ?? ''],
    ]),
  roles: ({ record }, { t }) =>
    record.grants.map(({ unitName, role, from, to }) => [unitName, t.roleNames[role], from, to ?? '']),
  answers: ({ journal }, said) => journal.map((entry) => entryRow(entry, said)),
};

function factRows(record: Taken, said: Said): string[][] {
  const { t, words } = said;
  const stamp = (at: string) => `${dayOf(at)} ${clockText(at)}`;
  return [
    [t.name, record.name],
    [t.phone, record.phone ?? ''],
    [t.idNumber, apart(record.idNumber ?? '')],
    ...emailRows(record, said),
    [t.education, studiesText(record, t) ?? ''],
    [t.createdAt, stamp(record.createdAt)],
    ...record.pools.map(({ selection: { day, byName, basis }, ...pool }) => [
      ...[t.inPools, `${t.pools[pool.pool]} ${spanText(pool, said)}; ${t.selected(words.date(day), byName, basis)}`],
    ]),
  ];
}

/** The address one is written to, and one that waits for its mail to be answered. */
function emailRows({ contact: { confirmed, waiting } }: Taken, { t }: Said): string[][] {
  return [[t.email, confirmed?.email ?? ''], ...(waiting ? [[t.emailWaiting, waiting.email]] : [])];
}

/** Longer figures than this a spreadsheet rounds: it holds 15 digits of a number. */
const SAFE_DIGITS = 11;

/** A long number in groups, so that it stays a text: `1101 0119 9001 0112 34`. The forms here take it back as it is. */
export function apart(number: string): string {
  return number.length <= SAFE_DIGITS || !/^\d+X?$/.test(number) ? number : (number.match(/.{1,4}/g) ?? []).join(' ');
}

const MARKS_PER_HALF_POINT = 0.5;

function entryRow(entry: Entry, { t }: Said): string[] {
  const { export: words } = t;
  const start = [`${dayOf(entry.at)} ${clockText(entry.at)}`, words.kinds[entry.kind]];
  switch (entry.kind) {
    case 'answer': {
      const marks = [entry.earned, entry.possible].map((half) => String(half * MARKS_PER_HALF_POINT));
      return [...start, entry.question, entry.picked.join('') || words.blank, ...marks];
    }
    case 'mark': {
      const mark = words.marks[entry.mark];
      return [...start, entry.question, entry.on ? mark : words.off(mark), '', ''];
    }
    case 'note':
      return [...start, entry.question, entry.text, '', ''];
    case 'setting':
      return [...start, '', words.streak(entry.value), '', ''];
  }
}
