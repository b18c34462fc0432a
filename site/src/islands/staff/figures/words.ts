// What the pages of figures say; no part of what every staff page loads.
import { useStaff } from '../../../shell/staff.tsx';
import { figuresEn } from '../../../words/en-figures.ts';
import { indicatorsEn } from '../../../words/en-indicators.ts';
import { type FiguresWords, figuresZh } from '../../../words/zh-figures.ts';
import { type IndicatorWords, indicatorsZh } from '../../../words/zh-indicators.ts';

export function useFiguresWords(): { w: FiguresWords; i: IndicatorWords } {
  const { lang } = useStaff();
  return lang === 'zh' ? { w: figuresZh, i: indicatorsZh } : { w: figuresEn, i: indicatorsEn };
}
