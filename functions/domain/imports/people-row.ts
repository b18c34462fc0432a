// One row of a list of people: from the text of its cells to what is sent. Every fault of it is named, by its column.

import type { Certificate } from '../people/certificate.ts';
import { plain } from '../people/digits.ts';
import { maskIdNumber } from '../people/id-number.ts';
import { checkPhone, maskPhone } from '../people/phone.ts';
import type { Day } from '../time.ts';
import { educationOf, isBlank, isUncertified, levelOf, postOf, readDay, yesOrNo } from './cell-words.ts';
import { CERTIFICATE_COLUMNS, missingOf, type SaidCertificate } from './certificate-cells.ts';
import type { Column } from './column-names.ts';
import { HIDDEN, type PeopleRow, type RowCode, type RowFault, rowFaults, stated } from './row-rules.ts';
import type { UnitFound } from './unit-names.ts';

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
  const number = (column: 'phone' | 'idNumber' | 'certificateNumber') => {
    const text = filled(column);
    return text !== undefined && ROUNDED.test(text) ? wrong(column, 'lost-digits') : text;
  };
  const found = cells.unit === undefined ? ({ ok: true, id: unit } as const) : unitOf(cells.unit);
  const day = (column: Column) => dayIn(filled(column), (reason) => wrong(column, `day-${reason}`));
  const row = {
    ...{ line, unit: found.ok ? found.id : wrong('unit', found.code, { candidates: found.candidates }) },
    ...{ name: nameIn(cells.name ?? ''), phone: number('phone'), idNumber: number('idNumber') },
    ...{ post: read('post', postOf), education: read('education', educationOf) },
    ...{ from: day('from'), certificate: certificateIn() },
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

  /** The certificate of the row, when all that is said of it can be read and nothing that it needs is missing. */
  function certificateIn(): Certificate | undefined {
    const level = cells.certificateLevel ?? '';
    if (isUncertified(level) && CERTIFICATE_COLUMNS.every((column) => column === 'certificateLevel' || !filled(column)))
      return undefined;
    const before = errors.length;
    const written = number('certificateNumber');
    const said: SaidCertificate = {
      level: isUncertified(level) ? undefined : read('certificateLevel', levelOf),
      number: written && plain(written),
      ...{ issued: day('issued'), registered: day('registered') },
      ...{ registrationFrom: day('registrationFrom'), registrationTo: day('registrationTo') },
    };
    for (const column of missingOf(said)) {
      if (!errors.some((error) => error.column === column)) wrong(column, 'missing');
    }
    return errors.length > before ? undefined : (said as Certificate);
  }

  function answer(column: Column): boolean | undefined {
    const text = (cells[column] ?? '').trim();
    return text === '' ? undefined : (yesOrNo(text) ?? (isBlank(text) ? undefined : wrong(column, 'word')));
  }
}

/** The numbers plain, and nothing that is undefined: two ways of writing a row are one row on the wire. */
function sent(row: PeopleRow): PeopleRow {
  const phone = row.phone === undefined ? undefined : checkPhone(row.phone);
  const idNumber = row.idNumber && plain(row.idNumber).toUpperCase();
  const certificate = row.certificate && stated(row.certificate);
  return stated({ ...row, phone: phone?.ok ? phone.value : undefined, idNumber, certificate }) as PeopleRow;
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
