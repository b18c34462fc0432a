// What an import does with a row, given who is known by its numbers: write a new person, change one, nothing, or refuse. The dry run and the
// import ask the same question, so that what was foretold is what is done; and a row that was written is 'same' when it comes again.
import type { Certificate } from '../people/certificate.ts';
import { type Employment, employmentsOn } from '../people/employment.ts';
import type { Education } from '../people/person.ts';
import type { Day } from '../time.ts';
import { heard } from './certificate-cells.ts';
import type { PeopleRow } from './row-rules.ts';

/** A row whose numbers are told by their hashes. */
export interface MarkedRow extends Omit<PeopleRow, 'line' | 'phone' | 'idNumber' | 'from' | 'certificate'> {
  certificate?: Certificate | undefined;
  from?: Day | undefined;
  phone?: string | undefined;
  idNumber?: string | undefined;
}

/** Somebody who has a number of the row, theirs told by the same hashes. */
export interface Known {
  id: string;
  name: string;
  phone?: string | undefined;
  idNumber?: string | undefined;
  education?: Education | undefined;
  isSocialWorkMajor?: boolean | undefined;
  employments: readonly Employment[];
  certificates: readonly Certificate[];
}

/**
 * Why a row is refused though nothing is wrong with it. `employed-elsewhere`: known, and not at this unit; where is not said ·
 * `other-person-has-phone`: the phone is another's than the identity number's · `name-differs`: the phone is known under another name, and no
 * identity number says that it is the same person · `has-left`: worked at this unit and left · `employment-differs`: works there in another
 * post, or since another day: history is not rewritten by an import · `certificate-*`: see `heard`.
 */
export const REFUSALS = [
  'employed-elsewhere',
  'other-person-has-phone',
  'name-differs',
  'has-left',
  'employment-differs',
  'certificate-differs',
  'certificate-older',
] as const;

export type Refusal = (typeof REFUSALS)[number];

/** What of a person an import may change. */
export const CHANGED_FIELDS = ['name', 'phone', 'idNumber', 'education', 'isSocialWorkMajor', 'certificate'] as const;

export type ChangedField = (typeof CHANGED_FIELDS)[number];

const PLAIN_FIELDS = ['name', 'phone', 'idNumber', 'education', 'isSocialWorkMajor'] as const;

export type Decision =
  | { outcome: 'new' }
  | { outcome: 'same' | 'changed'; person: string; fields: ChangedField[] }
  /** `person` is who stands against it: news only for whoever may read them. */
  | { outcome: 'refused'; reason: Refusal; person: string };

export interface Asked {
  row: MarkedRow;
  byId?: Known | undefined;
  byPhone?: Known | undefined;
  today: Day;
}

/** Decides one row. Whoever is not at the row's unit is 'employed-elsewhere' before anything else of theirs is looked at. */
export function decide({ row, byId, byPhone, today }: Asked): Decision {
  const known = byId ?? byPhone;
  if (known === undefined) return { outcome: 'new' };
  const certified = row.certificate && heard(known.certificates, row.certificate);
  const reason =
    whereabouts(known, row, today) ??
    mistaken(known, { row, byId, byPhone }) ??
    contrary(known, row, today) ??
    (certified?.ok === false ? certified.reason : undefined);
  if (reason !== undefined) {
    const inTheWay = reason === 'other-person-has-phone' ? (byPhone ?? known) : known;
    return { outcome: 'refused', reason, person: inTheWay.id };
  }
  const plain = PLAIN_FIELDS.filter((field) => row[field] !== undefined && row[field] !== known[field]);
  const fields: ChangedField[] = certified?.ok && certified.isNews ? [...plain, 'certificate'] : plain;
  return { outcome: fields.length === 0 ? 'same' : 'changed', person: known.id, fields };
}

/** A person belongs to the units of the day's employments; who has none, to the next one, or else to the last. */
function whereabouts({ employments }: Known, { unit }: MarkedRow, today: Day): Refusal | undefined {
  const present = employmentsOn(employments, today);
  const coming = employments.filter(({ from, to }) => from > today && (to === undefined || from < to));
  const open = present.length > 0 ? present : coming;
  if (open.some((one) => one.unit === unit)) return undefined;
  const last = employments.reduce<Employment | undefined>(
    (a, b) => (a === undefined || a.from < b.from ? b : a),
    undefined,
  );
  return open.length === 0 && last?.unit === unit ? 'has-left' : 'employed-elsewhere';
}

/** Whether it is somebody else after all. */
function mistaken(known: Known, { row, byId, byPhone }: Omit<Asked, 'today'>): Refusal | undefined {
  if (byId !== undefined) return byPhone !== undefined && byPhone.id !== byId.id ? 'other-person-has-phone' : undefined;
  // Found by the phone with this very identity number: written between the two look-ups.
  if (row.idNumber !== undefined && row.idNumber === known.idNumber) return undefined;
  if (row.idNumber !== undefined && known.idNumber !== undefined) return 'other-person-has-phone';
  return row.name === known.name ? undefined : 'name-differs';
}

/** Whether the row tells another employment at the unit than is known. A day that began an earlier stretch there is no contradiction. */
function contrary({ employments }: Known, row: MarkedRow, today: Day): Refusal | undefined {
  const here = employments.filter(({ unit }) => unit === row.unit);
  const open = here.filter(({ to }) => to === undefined || to > today);
  const fits = open.some(({ post, established }) => {
    return post === row.post && (row.established === undefined || established === row.established);
  });
  const began = row.from === undefined || here.some(({ from }) => from === row.from);
  return fits && began ? undefined : 'employment-differs';
}
