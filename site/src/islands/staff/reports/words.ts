// What the pages of reports say. These words are no part of what every staff page loads.
import { useStaff } from '../../../shell/staff.tsx';
import { briefEn } from '../../../words/en-brief.ts';
import { reportsEn } from '../../../words/en-reports.ts';
import { type BriefWords, briefZh } from '../../../words/zh-brief.ts';
import { type ReportsWords, reportsZh } from '../../../words/zh-reports.ts';

export function useReportsWords(): ReportsWords {
  const { lang } = useStaff();
  return lang === 'zh' ? reportsZh : reportsEn;
}

export function useBriefWords(): BriefWords {
  const { lang } = useStaff();
  return lang === 'zh' ? briefZh : briefEn;
}
