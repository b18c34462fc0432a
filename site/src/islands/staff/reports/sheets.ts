// A report as a workbook: its figures unit by unit, what it is of, what it says in words, and what has become another since. CSV holds the figures alone.
import { briefOf } from '../../../../../functions/domain/reports/brief.ts';
import type { Figure } from '../../../../../functions/domain/reports/content.ts';
import type { Words } from '../../../words/zh.ts';
import type { BriefWords } from '../../../words/zh-brief.ts';
import type { ReportsWords } from '../../../words/zh-reports.ts';
import type { Sheet } from '../training/export/sheets.ts';
import { momentOf } from '../training/moments.ts';
import type { Read, Shown } from './answers.ts';
import type { IndicatorText } from './indicator-text.ts';

interface Said {
  w: ReportsWords;
  brief: BriefWords;
  text: IndicatorText;
  words: Words;
}

/** Counts are numbers that a spreadsheet adds up; a share is its two counts and its percentage as text. */
export function reportSheets({ value, shown }: { value: Read; shown: Shown }, said: Said): [Sheet, ...Sheet[]] {
  return [
    figureSheet(shown, said),
    metaSheet(value, said),
    briefSheet(value, shown, said),
    adjustmentSheet(value, shown, said),
  ];
}

function figureSheet({ figures, units, indicators }: Shown, { w, text }: Said): Sheet {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return {
    name: w.sheets.figures,
    head: [w.unitColumn, w.indicator, w.measure, w.now, w.last, w.rule],
    rows: figures.flatMap(({ unit, values }) =>
      indicators.map((id) => {
        const { now, last } = values[id] ?? { now: null, last: null };
        return [
          names.get(unit) ?? unit,
          text.name(id),
          text.unit(id),
          cell(id, now, text),
          cell(id, last, text),
          text.rule(id),
        ];
      }),
    ),
  };
}

function metaSheet({ unit, report, made, live, note, steps }: Read, { w, words }: Said): Sheet {
  const rows: [string, string][] = [
    [w.unitColumn, unit.name],
    [w.title, `${w.period(report.months)} ${w.templates[report.template]} ${w.edition(report.edition)}`],
    [w.list.columns.state, w.states[report.state]],
    [w.list.columns.cutOff, momentOf(made?.cutOff ?? live.asOf, words)],
    [w.proof.hash, made?.hash ?? ''],
    [w.note, note],
    ...steps.map(({ move, at, byName }): [string, string] => [
      move === 'begin' ? w.stepNames.begin : w.moves[move],
      `${byName ?? w.somebody} ${momentOf(at, words)}`,
    ]),
  ];
  return { name: w.sheets.meta, head: ['', ''], rows };
}

function briefSheet(value: Read, { figures }: Shown, { brief, w }: Said): Sheet {
  const own = figures.find(({ unit }) => unit === value.unit.id)?.values ?? {};
  return {
    name: w.sheets.brief,
    head: [brief.title],
    rows: briefOf(own).map((statement) => [brief.sentence(statement)]),
  };
}

function adjustmentSheet({ adjustments }: Read, { units }: Shown, { w, text }: Said): Sheet {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return {
    name: w.sheets.adjustments,
    head: [w.unitColumn, w.indicator, w.adjustments.frozen, w.adjustments.now],
    rows: adjustments.map(({ unit, indicator, frozen, now }) => [
      ...[names.get(unit) ?? unit, text.name(indicator)],
      ...[cell(indicator, frozen, text), cell(indicator, now, text)],
    ]),
  };
}

function cell(id: string, figure: Figure | null, text: IndicatorText): string | number {
  if (figure === null) return '';
  return figure.of === undefined && text.isPlain(id) ? figure.n : (text.value(id, figure) ?? '');
}
