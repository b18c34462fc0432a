// What the import of an exam's list says, in the page's language.
import { useStaff } from '../../../../shell/staff.tsx';
import { examsImportEn } from '../../../../words/en-exams-import.ts';
import { type ExamsImportWords, examsImportZh } from '../../../../words/zh-exams-import.ts';

export function useExamsImportWords(): ExamsImportWords {
  const { lang } = useStaff();
  return lang === 'zh' ? examsImportZh : examsImportEn;
}
