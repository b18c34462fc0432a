// Each subject's mix of 单选 and 多选 is that of its paper, so that a drill feels like the exam.
import { type Bank, bySubject, type Finding, overall, percentText, type Refs } from '../bank.ts';

/** How far the share of singles may be from the paper's, in points of 1. */
const TOLERANCE = 0.03;

/** One more item must not break a small subject. */
const JUDGED_FROM = 40;

export function kinds(bank: Bank, refs: Refs): Finding[] {
  return [...bySubject(bank)].flatMap(([subject, items]) => {
    const paper = refs.subjects.find((s) => s.id === subject)?.questions;
    if (!paper?.known || paper.single + paper.multiple === 0 || items.length < JUDGED_FROM) return [];
    const wanted = paper.single / (paper.single + paper.multiple);
    const share = items.filter((i) => i.kind === 'single').length / items.length;
    if (Math.abs(share - wanted) <= TOLERANCE + 1e-9) return [];
    const message = `${subject}: ${percentText(share)} of ${items.length} items are single; the paper has ${percentText(wanted)} (± 3 points).`;
    return [overall('kinds', message)];
  });
}
