// What the staff pages of subsidies say: the applicant's words, and those of whoever decides; with the wire's rows.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { staffSubsidiesEn } from '../../../words/en-staff-subsidies.ts';
import { type StaffSubsidiesWords, staffSubsidiesZh } from '../../../words/zh-staff-subsidies.ts';
import { type Said, subsidiesWords } from '../../subsidies/said.ts';

export type DeskSaid = Said & { s: StaffSubsidiesWords };
export type Row = Answer<'listSubsidies'>['applications'][number];

export function useDeskSaid(): DeskSaid {
  const { lang, words } = useStaff();
  return { lang, words, w: subsidiesWords(lang), s: lang === 'zh' ? staffSubsidiesZh : staffSubsidiesEn };
}

/** Cents of rows, all in all. */
export function sumOf(rows: readonly Pick<Row, 'cents'>[]): number {
  return rows.reduce((sum, { cents = 0 }) => sum + cents, 0);
}
