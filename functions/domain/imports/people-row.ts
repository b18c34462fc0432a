// One row of a list of people: from the text of its cells to what is sent, and the checks that the server makes once more by itself.

import { plain } from '../people/digits.ts';
import type { Post } from '../people/employment.ts';
import { checkIdNumber, type IdNumberFault, maskIdNumber } from '../people/id-number.ts';
import type { Education } from '../people/person.ts';
import { checkPhone, maskPhone, type PhoneFault } from '../people/phone.ts';
import { addMonths } from '../period.ts';
import { addDays, type Day } from '../time.ts';
import { educationOf, isBlank, postOf, readDay, yesOrNo } from './cell-words.ts';
import type { Column } from './columns.ts';
import type { UnitFound } from './unit-names.ts';

/** A row as it is sent. What a cell does not say is missing, and leaves what is known as it is. */
export interface PeopleRow {
  /** Where it stands in the file, from 1, the headings counted. */
  line: number;
  unit: string;
  name: string;
  phone?: string;
  idNumber?: string;
  post: Post;
  established?: boolean;
  education?: Education;
  isSocialWorkMajor?: boolean;
  /** The first day in post. */
  from?: Day;
}

/**
 * What is wrong with a cell. `missing`: must be filled in · `no-number`: neither phone nor identity number · `lost-digits`: a spreadsheet has
 * rounded it · `word`: not one of the words · `duplicate`: the number stands in another line, too · `name-*`: too long, or with hidden signs ·
 * `day-*`: not a day, or one that cannot be · the rest are the faults of phones, identity numbers and unit names.
 */
export type RowCode =
  | 'missing'
  | 'no-number'
  | 'lost-digits'
  | 'word'
  | 'duplicate'
  | 'name-length'
  | 'name-signs'
  | `day-${'form' | 'part' | 'calendar' | 'early' | 'late' | 'under-age'}`
  | `phone-${PhoneFault}`
  | `id-${IdNumberFault}`
  | 'unit-unknown'
  | 'unit-ambiguous';

export interface RowFault {
  column: Column;
  code: RowCode;
}

export interface RowError extends RowFault {
  /** What stands in the cell; numbers masked. */
  value: string;
  /** Units that may be meant, or the lines that share a number. */
  candidates?: string[];
}

export type ReadRow = { ok: true; row: PeopleRow } | { ok: false; errors: RowError[] };

/** The text of each column that the file has. */
export type Cells = { readonly [C in Column]?: string };

export interface Reading {
  line: number;
  /** Also the first day in post of whoever's row names none. */
  today: Day;
  unitOf(text: string): UnitFound;
  /** The unit of rows in a file without that column. */
  unit: string;
}

const NAME_MOST = 60;

/** Marks that hide or turn text; a name with such marks looks like another. As in the contract's form of a name. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Social work posts are younger than this, and a slip of the century is found. */
const FIRST_DAY: Day = '1950-01-01';

/** 劳动法 (2018) article 15: nobody under 16 is employed. */
const WORKING_AGE_MONTHS = 16 * 12;

/** So far ahead may a first day in post lie. */
const AHEAD_DAYS = 366;

/** What a spreadsheet makes of a long number that was not text: 3.60402E+17. It keeps 15 digits, the rest is lost. */
const ROUNDED = /^\d(?:\.\d+)?e\+?\d+$/i;

/** Reads a row. Every fault of it is named at once. Never throws, whatever the cells hold. */
export function readRow(cells: Cells, { line, today, unitOf, unit }: Reading): ReadRow {
  const errors: RowError[] = [];
  const wrong = (column: Column, code: RowCode, more: Pick<RowError, 'candidates'> = {}) => {
    errors.push({ column, code, value: shown(column, cells[column] ?? ''), ...more });
    return undefined;
  };
  const filled = (column: Column) => (isBlank(cells[column] ?? '') ? undefined : (cells[column] ?? '').trim());
  const read = <T>(column: Column, of: (text: string) => T | undefined) => {
    const text = filled(column);
    return text === undefined ? undefined : (of(text) ?? wrong(column, 'word'));
  };
  const number = (column: 'phone' | 'idNumber') => {
    const text = filled(column);
    return text !== undefined && ROUNDED.test(text) ? wrong(column, 'lost-digits') : text;
  };
  const found = cells.unit === undefined ? ({ ok: true, id: unit } as const) : unitOf(cells.unit);
  const from = dayIn(filled('from'), (reason) => wrong('from', `day-${reason}`));
  const row = {
    ...{ line, unit: found.ok ? found.id : wrong('unit', found.code, { candidates: found.candidates }) },
    ...{ name: nameIn(cells.name ?? ''), phone: number('phone'), idNumber: number('idNumber') },
    ...{ post: read('post', postOf), education: read('education', educationOf), from },
    // 「无」 is an answer here, not an empty cell.
    ...{ established: answer('established'), isSocialWorkMajor: answer('isSocialWorkMajor') },
  };
  if (filled('post') === undefined) wrong('post', 'missing');
  const isUnreadable = (column: Column) => errors.some((error) => error.column === column);
  for (const { column, code } of rowFaults({ ...row, from: row.from ?? today }, today)) {
    // A number that cannot be read is there all the same.
    if (!isUnreadable(column) && (code !== 'no-number' || !isUnreadable('idNumber'))) wrong(column, code);
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, row: sent(row as PeopleRow) };

  function answer(column: Column): boolean | undefined {
    const text = (cells[column] ?? '').trim();
    return text === '' ? undefined : (yesOrNo(text) ?? (isBlank(text) ? undefined : wrong(column, 'word')));
  }
}

/** What of a row must hold wherever it comes from. Empty for a row that may be written. */
export function rowFaults(
  {
    name,
    phone,
    idNumber,
    from,
  }: Pick<PeopleRow, 'name'> & { [N in 'phone' | 'idNumber' | 'from']?: string | undefined },
  today: Day,
): RowFault[] {
  const faults: RowFault[] = [];
  if (name === '') faults.push({ column: 'name', code: 'missing' });
  if (name.length > NAME_MOST) faults.push({ column: 'name', code: 'name-length' });
  if (name.search(HIDDEN) >= 0) faults.push({ column: 'name', code: 'name-signs' });
  if (phone === undefined && idNumber === undefined) faults.push({ column: 'phone', code: 'no-number' });
  const checkedPhone = phone === undefined ? undefined : checkPhone(phone);
  if (checkedPhone?.ok === false) faults.push({ column: 'phone', code: `phone-${checkedPhone.reason}` });
  const checkedId = idNumber === undefined ? undefined : checkIdNumber(idNumber, today);
  if (checkedId?.ok === false) faults.push({ column: 'idNumber', code: `id-${checkedId.reason}` });
  const birthday = checkedId?.ok === true ? checkedId.birthday : undefined;
  const late = from === undefined ? undefined : dayFault(from, today, birthday);
  return late === undefined ? faults : [...faults, { column: 'from', code: late }];
}

function dayFault(from: Day, today: Day, birthday: Day | undefined): RowCode | undefined {
  if (from < FIRST_DAY) return 'day-early';
  if (from > addDays(today, AHEAD_DAYS)) return 'day-late';
  return birthday !== undefined && from < addMonths(birthday, WORKING_AGE_MONTHS) ? 'day-under-age' : undefined;
}

/** The numbers plain, and nothing that is undefined: two ways of writing a row are one row on the wire. */
function sent(row: PeopleRow): PeopleRow {
  const phone = row.phone === undefined ? undefined : checkPhone(row.phone);
  const idNumber = row.idNumber && plain(row.idNumber).toUpperCase();
  const all = { ...row, phone: phone?.ok ? phone.value : undefined, idNumber };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as PeopleRow;
}

/** A name without hidden marks; 「张 三」, spaced to fill a column, is 张三. */
function nameIn(text: string): string {
  const name = text
    .replace(HIDDEN, (mark) => (/\s/.test(mark) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
  return /^[\p{Script=Han} ]+$/u.test(name) ? name.replace(/ /g, '') : name;
}

function dayIn(text: string | undefined, wrong: (reason: 'form' | 'part' | 'calendar') => undefined): Day | undefined {
  if (text === undefined) return undefined;
  const read = readDay(text);
  return read.ok ? read.day : wrong(read.reason);
}

const SHOWN_MOST = 40;

/** What is said of a cell: numbers of phones and identity cards masked, however wrong they are. */
function shown(column: Column, text: string): string {
  const value = text.replace(HIDDEN, ' ').trim();
  if (column !== 'phone' && column !== 'idNumber') return value.slice(0, SHOWN_MOST);
  const number = plain(value);
  if (number.length === 18) return maskIdNumber(number);
  if (number.length === 11) return maskPhone(number);
  return number.length < 7 ? '*'.repeat(number.length) : `${number.slice(0, 3)}****${number.slice(-2)}`;
}
