// Why something failed, in words: by the code, by the rule that stands against it, and field by field. Pure.
import type { FieldError, RefusalReason } from '../../../../functions/contract/problems.ts';
import type { ApiProblem } from '../../api/client.ts';
import type { Words } from '../../words/zh.ts';
import type { StaffWords } from '../../words/zh-staff.ts';

export interface Said {
  words: Words;
  t: StaffWords;
}

/** Field → what is wrong with it. */
export type Faults = Readonly<Record<string, string>>;

/** The sentence for a problem. Staff lose no answers and keep none on the device: some codes are told otherwise here than to candidates. */
export function problemText(
  { code, reason, person }: Pick<ApiProblem, 'code' | 'reason' | 'person'>,
  { words, t }: Said,
): string {
  if (person !== undefined) return t.knownPerson;
  const reasons: { [R in RefusalReason]?: string } = t.reasons;
  const ruled = code === 'refused' && reason !== undefined ? reasons[reason] : undefined;
  if (ruled !== undefined) return ruled;
  return t.problems[code] ?? words.problems[code];
}

/** The fields of a form that an answer names, by the last part of their path that the form knows: `certificate.number` → `number`. */
export function faultsOf(
  problem: Pick<ApiProblem, 'errors'>,
  fields: readonly string[],
  { t }: Pick<Said, 't'>,
): Faults {
  const faults = (problem.errors ?? []).flatMap((error) => {
    const field = error.path.split('.').findLast((part) => fields.includes(part));
    return field === undefined ? [] : [[field, faultText(error, field, t)] as const];
  });
  return Object.fromEntries(faults);
}

/** Numbers of people are told what is wrong with them; the rest is told by its hint. */
function faultText({ message }: FieldError, field: string, t: StaffWords): string {
  const known: Readonly<Record<string, string>> =
    field === 'phone' ? t.phoneFaults : field === 'idNumber' ? t.idFaults : {};
  return known[message] ?? t.form.invalid;
}
