// What this page says, in the page's language. These words are no part of what every page loads.
import { useStaff } from '../../../shell/staff.tsx';
import { importEn } from '../../../words/en-import.ts';
import { type ImportWords, importZh } from '../../../words/zh-import.ts';

export function useImportWords(): ImportWords {
  const { lang } = useStaff();
  return lang === 'zh' ? importZh : importEn;
}
