// What somebody types to see what they may sit, what is wrong with it, and what is asked with it. Pure.
import type { Answer } from '../../../../functions/contract/index.ts';
import { EDUCATIONS, type Education } from '../../../../functions/domain/people/person.ts';
import type { Level } from '../../../../functions/domain/questions/release.ts';

export interface CheckDraft {
  /** Empty: the next exam's. */
  year: string;
  education: Education | '';
  major: 'true' | 'false' | '';
  years: string;
  months: string;
  certificate: Level | '';
  issued: string;
}

export type CheckFault = 'education' | 'major' | 'work' | 'issued';
export type CheckFaults = { readonly [F in CheckFault]?: CheckFault };

export const NOTHING_TYPED: CheckDraft = {
  ...{ year: '', education: '', major: '', years: '', months: '', certificate: '', issued: '' },
};

const YEARS_MOST = 60;
const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** What a record says, as if it had been typed. */
export function fromRecord({ by }: Pick<Answer<'readEligibility'>, 'by'>): CheckDraft {
  const highest = by.certificates.toSorted((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level))[0];
  return {
    year: '',
    education: by.education ?? '',
    major: by.isSocialWorkMajor === undefined ? '' : by.isSocialWorkMajor ? 'true' : 'false',
    ...{ years: String(by.years), months: '0', certificate: highest?.level ?? '', issued: highest?.issued ?? '' },
  };
}

export function checkFaults(draft: CheckDraft, today: string): CheckFaults {
  const isIssued = /^\d{4}-\d{2}-\d{2}$/.test(draft.issued) && draft.issued <= today;
  return {
    ...(draft.education === '' && { education: 'education' }),
    // A school below college has no subject of its own.
    ...(needsMajor(draft) && draft.major === '' && { major: 'major' }),
    ...(monthsOf(draft) === undefined && { work: 'work' }),
    ...(draft.certificate !== '' && !isIssued && { issued: 'issued' }),
  };
}

export function needsMajor({ education }: Pick<CheckDraft, 'education'>): boolean {
  return education !== '' && education !== EDUCATIONS[0];
}

/** The query of a sound draft. */
export function queryOf(draft: CheckDraft): Record<string, string> {
  return {
    ...(draft.year && { year: draft.year }),
    ...(draft.education && { education: draft.education }),
    ...(needsMajor(draft) && draft.major && { major: draft.major }),
    months: String(monthsOf(draft) ?? 0),
    ...(draft.certificate && { certificate: draft.certificate, issued: draft.issued }),
  };
}

/** Months in all; an empty field is none. */
function monthsOf({ years, months }: Pick<CheckDraft, 'years' | 'months'>): number | undefined {
  const [y, m] = [years, months].map((text) => text.normalize('NFKC').trim()).map((text) => (text === '' ? '0' : text));
  if (!/^\d{1,2}$/.test(y ?? '') || !/^\d{1,2}$/.test(m ?? '')) return undefined;
  return Number(y) <= YEARS_MOST && Number(m) <= 11 ? Number(y) * 12 + Number(m) : undefined;
}
