// What the papers' pages say, in the page's language. These words are no part of what every staff page loads.
import { useStaff } from '../../../shell/staff.tsx';
import { papersEn } from '../../../words/en-papers.ts';
import { type PapersWords, papersZh } from '../../../words/zh-papers.ts';

export function usePapersWords(): PapersWords {
  const { lang } = useStaff();
  return lang === 'zh' ? papersZh : papersEn;
}
