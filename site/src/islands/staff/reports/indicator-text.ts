// How the indicators of a report are named and their values written: as on the page of figures.
import { indicatorOf } from '../../../../../functions/domain/figures/indicators.ts';
import type { Compared, Figure } from '../../../../../functions/domain/reports/content.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { indicatorsEn } from '../../../words/en-indicators.ts';
import { reportsEn } from '../../../words/en-reports.ts';
import { type IndicatorWords, indicatorsZh } from '../../../words/zh-indicators.ts';
import { reportsZh } from '../../../words/zh-reports.ts';
import { changeText, measureOf, nameOf, partsText, ruleText, valueText } from '../charts/figure-text.ts';

export interface IndicatorText {
  name(id: string): string;
  /** The sentence of its rule. */
  rule(id: string): string;
  /** The word of its unit of measure. */
  unit(id: string): string;
  group(group: keyof IndicatorWords['groups']): string;
  /** With its unit; undefined for what is not known. */
  value(id: string, figure: Figure | null): string | undefined;
  change(id: string, compared: Compared): string;
  /** What a share is of; empty for a count. */
  parts(figure: Figure | null): string;
  /** Whether a count is a number that adds up as it stands: no share, no cents, no minutes. */
  isPlain(id: string): boolean;
}

const TURNED: readonly string[] = ['percent', 'per-10000', 'cents', 'minutes'];

export function useIndicatorText(): IndicatorText {
  const { lang } = useStaff();
  return lang === 'zh' ? indicatorText(indicatorsZh, reportsZh.points) : indicatorText(indicatorsEn, reportsEn.points);
}

/** The same without a component; `points`: what the difference of two shares is told in. */
function indicatorText(w: IndicatorWords, points: string): IndicatorText {
  return {
    name: (id) => nameOf(w, id),
    rule: (id) => ruleText(w, id),
    unit: (id) => w.measures[measureOf(id)],
    group: (group) => w.groups[group],
    value: (id, figure) => (figure === null ? undefined : valueText(w, figure, measureOf(id))),
    change: (id, compared) => changeText(compared, measureOf(id), points),
    parts: (figure) => (figure?.of === 0 ? '' : partsText(figure)),
    isPlain: (id) => indicatorOf(id) !== undefined && !TURNED.includes(measureOf(id)),
  };
}
