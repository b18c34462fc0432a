// Correcting one's own record: what the form starts with, what is wrong with it, and what of it is sent. Pure.
import type { Input } from '../../../../functions/contract/index.ts';
import type { FieldError } from '../../../../functions/contract/problems.ts';
import { checkIdNumber } from '../../../../functions/domain/people/id-number.ts';
import type { EDUCATIONS } from '../../../../functions/domain/people/person.ts';
import { checkPhone } from '../../../../functions/domain/people/phone.ts';
import type { Day } from '../../../../functions/domain/time.ts';
import type { ProfileWords } from '../../words/zh-profile.ts';
import type { Own } from './own.ts';

/** Numbers are not filled in: they are not known here. Left empty they stay as they are. */
export interface Correction {
  name: string;
  phone: string;
  dropsPhone: boolean;
  idNumber: string;
  dropsId: boolean;
  education: (typeof EDUCATIONS)[number] | '';
  isSocialWorkMajor: boolean;
}

export type Faults = Readonly<Partial<Record<keyof Correction, string>>>;

/** What the contract takes as a name: no marks that turn or hide text. */
const NAME = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,60}$/u;

export function startOf({ name, education, isSocialWorkMajor }: Own): Correction {
  const numbers = { phone: '', dropsPhone: false, idNumber: '', dropsId: false };
  return { name, ...numbers, education: education ?? '', isSocialWorkMajor: isSocialWorkMajor ?? false };
}

/** A number that is left out is no fault; one that is there must be one, by the domain's rules. */
export function faultsIn(value: Correction, t: ProfileWords, today: Day): Faults {
  const phone = checkPhone(value.phone);
  const id = checkIdNumber(value.idNumber, today);
  const name = value.name.trim();
  return {
    ...(name === '' ? { name: t.correct.missing } : NAME.test(name) ? {} : { name: t.correct.nameFault }),
    ...(isLeft(value.phone, value.dropsPhone) || phone.ok ? {} : { phone: t.phoneFaults[phone.reason] }),
    ...(isLeft(value.idNumber, value.dropsId) || id.ok ? {} : { idNumber: t.idFaults[id.reason] }),
  };
}

type Sent = Omit<Input<'changeSelf'>['body'], 'version'>;

/** What is different, as the wire takes it; undefined when nothing is. */
export function changesIn(own: Own, value: Correction): Sent | undefined {
  const education = value.education === '' ? undefined : value.education;
  const isMajor = education === undefined ? undefined : value.isSocialWorkMajor;
  const changes: Sent = {
    ...(value.name.trim() === own.name ? {} : { name: value.name.trim() }),
    ...numberChange('phone', value.phone, value.dropsPhone),
    ...numberChange('idNumber', value.idNumber, value.dropsId),
    ...(education === own.education ? {} : { education: education ?? null }),
    ...(isMajor === own.isSocialWorkMajor || (isMajor === false && own.isSocialWorkMajor === undefined)
      ? {}
      : { isSocialWorkMajor: isMajor ?? null }),
  };
  return Object.keys(changes).length === 0 ? undefined : changes;
}

/** The faults that the server found, by field; a field that the form does not have is told by the problem itself. */
export function faultsOf(errors: readonly FieldError[] | undefined, t: ProfileWords): Faults {
  const told = (errors ?? []).flatMap(({ path, message }) => {
    const known: Readonly<Record<string, string>> =
      path === 'phone' ? t.phoneFaults : path === 'idNumber' ? t.idFaults : {};
    return FIELDS.has(path)
      ? [[path, known[message] ?? (path === 'name' ? t.correct.nameFault : t.correct.invalid)]]
      : [];
  });
  return Object.fromEntries(told) as Faults;
}

const FIELDS: ReadonlySet<string> = new Set(['name', 'phone', 'idNumber', 'education', 'isSocialWorkMajor']);

function isLeft(text: string, isDropped: boolean): boolean {
  return isDropped || text.trim() === '';
}

function numberChange<K extends 'phone' | 'idNumber'>(field: K, text: string, isDropped: boolean) {
  if (isDropped) return { [field]: null } as { [P in K]: null };
  return (text.trim() === '' ? {} : { [field]: text.trim() }) as { [P in K]?: string };
}
