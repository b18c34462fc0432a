// What is shown, as rows of a file: the unit's figures and the ranking, each with its rule. What is hidden on the page is hidden here.

import type { FiguresWords } from '../../../words/zh-figures.ts';
import type { IndicatorWords } from '../../../words/zh-indicators.ts';
import {
  arithmeticText,
  changeText,
  measureOf,
  nameOf,
  numberText,
  partsText,
  ruleText,
} from '../charts/figure-text.ts';
import type { Ranked, Read } from './answers.ts';

interface Said {
  w: FiguresWords;
  i: IndicatorWords;
}

type Compared = Read['figures'][number];

export function sheetOf({ read, ranked }: { read: Read; ranked: Ranked | undefined }, said: Said): string[][] {
  const { w, i } = said;
  const { year, from, to } = read.period;
  return [
    [
      read.unit.name,
      w.months(year, from, to),
      read.boundaries === 'newest' ? w.ofToday : w.ofTheTime,
      w.asOf(read.asOf),
    ],
    [],
    [w.indicator, w.unit, w.yearName(year), '', w.yearName(year - 1), '', w.change, '', w.rule],
    ...read.figures.map((one) => [nameOf(i, one.id), ...cellsOf(one, said), ruleText(i, one.id)]),
    ...(ranked === undefined || ranked.rows.length === 0 ? [] : rankingRows(ranked, said)),
  ];
}

function rankingRows(ranked: Ranked, said: Said): string[][] {
  const { w, i } = said;
  const rows = ranked.rows.map((row) => [row.unit.name, ...cellsOf(row, said)]);
  return [
    [],
    [w.ranking(nameOf(i, ranked.id)), ruleText(i, ranked.id)],
    ...rows,
    [w.ownOnly, ...cellsOf(ranked.own, said)],
    [w.whole, ...cellsOf(ranked.total, said)],
  ];
}

function cellsOf(one: Compared, { w, i }: Said): string[] {
  const measure = measureOf(one.id);
  // Plain numbers, so that a spreadsheet adds them up.
  const plain = (figure: Compared['now']) => numberText(figure, measure).replaceAll(',', '');
  return [
    i.measures[measure],
    one.hidden?.now ? w.hidden : plain(one.now),
    partsText(one.now),
    one.hidden?.last ? w.hidden : plain(one.last),
    partsText(one.last),
    changeText(one, measure, w.points),
    arithmeticText(one, measure) ?? '',
  ];
}
