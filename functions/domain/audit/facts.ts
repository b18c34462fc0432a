// What of a person or a text may stand in an audit line. A line is never deleted, so personal data never gets into one: named fields, masked.
import { halfWidth } from '../people/digits.ts';
import { checkIdNumber, maskIdNumber } from '../people/id-number.ts';
import { maskName, type Person } from '../people/person.ts';
import { maskPhone } from '../people/phone.ts';

/** The fields of a thing before or after a change. */
export interface Facts {
  readonly [field: string]: string | number | boolean | null | readonly string[];
}

/** Eleven digits of a mobile, together or in the groups people write them in. */
const PHONE = /(?<![\dA-Za-z])(?:\+?86[\s-]?)?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})(?![\dA-Za-z])/g;

/** Eighteen characters of an identity number, in whatever groups. */
const ID_NUMBER = /(?<![\dA-Za-z])[1-9](?:[\s-]?\d){16}[\s-]?[\dXx](?![\dA-Za-z])/g;

/** Whether somebody is born yet is no question here. */
const LAST_DAY = '9999-12-31';

/** A person's fields that may stand in a line. A field that is not named here is not written. */
export function auditable(person: Partial<Person>): Facts {
  const { id, name, phone, idNumber, education, isSocialWorkMajor, employments, certificates, pools } = person;
  return compact({
    id,
    name: name && maskName(name),
    phone: phone && maskPhone(phone),
    idNumber: idNumber && maskIdNumber(idNumber),
    education,
    isSocialWorkMajor,
    employments: employments?.map(
      ({ unit, post, established, from, to }) =>
        `${unit} ${post}${established ? ' established' : ''} ${from}/${to ?? ''}`,
    ),
    certificates: certificates?.map(
      ({ level, number, issued, registrationFrom = '', registrationTo = '' }) =>
        `${level} *${number.slice(-4)} ${issued} ${registrationFrom}/${registrationTo}`,
    ),
    pools: pools?.map(({ pool, from, to, selection }) => `${pool} ${from}/${to ?? ''} by ${selection.by}`),
  });
}

/** A text with every phone and identity number in it masked: people write them into reasons. */
export function masked(text: string): string {
  return halfWidth(text)
    .replace(ID_NUMBER, maskedNumber)
    .replace(PHONE, (_, first, middle, last) => maskPhone(`${first}${middle}${last}`));
}

/** A row of eighteen is masked whatever it is; in groups it might be two dates, so there the check character decides. */
function maskedNumber(found: string): string {
  const value = found.replace(/[\s-]/g, '');
  return value === found || checkIdNumber(value, LAST_DAY).ok ? maskIdNumber(value) : found;
}

/** Facts with every text in them masked. */
export function maskedFacts(facts: Facts): Facts {
  const one = (value: Facts[string]): Facts[string] => {
    if (typeof value === 'string') return masked(value);
    return typeof value === 'object' && value !== null ? value.map(masked) : value;
  };
  return Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, one(value)]));
}

function compact(fields: Record<string, Facts[string] | undefined>): Facts {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as Facts;
}
