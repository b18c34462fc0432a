// A row of a list of people as it is sent, and what must hold of it wherever it comes from: the page asks before sending, the server once more.
// Apart from the reading of cells, whose words the server has no use for.
import type { Certificate } from '../people/certificate.ts';
import type { Post } from '../people/employment.ts';
import { checkIdNumber, type IdNumberFault } from '../people/id-number.ts';
import type { Education } from '../people/person.ts';
import { checkPhone, type PhoneFault } from '../people/phone.ts';
import { addMonths } from '../period.ts';
import { addDays, type Day } from '../time.ts';
import { certificateFaults } from './certificate-cells.ts';
import type { Column } from './column-names.ts';

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
  /** One certificate; those that are known besides stay. */
  certificate?: Certificate;
}

/**
 * What is wrong with a cell. `missing`: must be filled in · `no-number`: neither phone nor identity number · `lost-digits`: a spreadsheet has
 * rounded it · `word`: not one of the words · `duplicate`: the number stands in another line, too · `name-*`: too long, or with hidden signs ·
 * `day-*`: not a day, one that cannot be, or before another that it must follow · `certificate-*`: no such number, or from before there were
 * any · the rest are the faults of phones, identity numbers and unit names.
 */
export type RowCode =
  | 'missing'
  | 'no-number'
  | 'lost-digits'
  | 'word'
  | 'duplicate'
  | 'name-length'
  | 'name-signs'
  | `day-${'form' | 'part' | 'calendar' | 'early' | 'late' | 'under-age' | 'future' | 'order'}`
  | `certificate-${'number' | 'early'}`
  | `phone-${PhoneFault}`
  | `id-${IdNumberFault}`
  | 'unit-unknown'
  | 'unit-ambiguous';

export interface RowFault {
  column: Column;
  code: RowCode;
}

const NAME_MOST = 60;

/** Marks that hide or turn text; a name with such marks looks like another. As in the contract's form of a name. */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Social work posts are younger than this, and a slip of the century is found. */
const FIRST_DAY: Day = '1950-01-01';

/** 劳动法 (2018) article 15: nobody under 16 is employed. */
const WORKING_AGE_MONTHS = 16 * 12;

/** So far ahead may a first day in post lie. */
const AHEAD_DAYS = 366;

/** What of a row must hold wherever it comes from. Empty for a row that may be written. */
export function rowFaults(
  {
    name,
    phone,
    idNumber,
    from,
    certificate,
  }: Pick<PeopleRow, 'name'> & {
    [N in 'phone' | 'idNumber' | 'from' | 'certificate']?: PeopleRow[N] | undefined;
  },
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
  if (late !== undefined) faults.push({ column: 'from', code: late });
  return certificate === undefined ? faults : [...faults, ...certificateFaults(certificate, today)];
}

function dayFault(from: Day, today: Day, birthday: Day | undefined): RowCode | undefined {
  if (from < FIRST_DAY) return 'day-early';
  if (from > addDays(today, AHEAD_DAYS)) return 'day-late';
  return birthday !== undefined && from < addMonths(birthday, WORKING_AGE_MONTHS) ? 'day-under-age' : undefined;
}

/** The fields that are there: two ways of saying nothing are one. */
export function stated<T extends object>(fields: T): { [F in keyof T]: Exclude<T[F], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [F in keyof T]: Exclude<T[F], undefined> };
}
