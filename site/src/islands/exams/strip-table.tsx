// The strip of a pass cycle: a row for each paper, a column for each year; what it was says each cell in words, colour only beside them.

import { resultText } from './result-text.ts';
import { type Cycle, type Entry, type Said, subjectText } from './said.ts';
import { type Cell, stripOf } from './strip.ts';

export function StripTable({ cycle, entries, said }: { cycle: Cycle; entries: readonly Entry[]; said: Said }) {
  const { words, w } = said;
  const { years, rows } = stripOf(cycle, entries);
  const isAhead = (year: number) => year === cycle.year && cycle.national.passed === undefined;
  return (
    <table class="strip">
      <caption class="visually-hidden">{w.cycle.caption(words.levelNames[cycle.level])}</caption>
      <thead>
        <tr>
          <th scope="col">{w.cycle.subject}</th>
          {years.map((year) => (
            <th scope="col" key={year}>
              {isAhead(year) ? w.cycle.nextYear(year) : w.year(year)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ subject, cells }) => (
          <tr key={subject}>
            <th scope="row">{subjectText(subject, said)}</th>
            {cells.map((cell, i) => (
              <td key={years[i]} data-what={cell.what}>
                <span class="strip-cell">{cellText(cell, said)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellText(cell: Cell, said: Said) {
  const text = said.w.cycle.cells[cell.what];
  const marks =
    'paper' in cell && cell.paper?.result.kind === 'marks' ? resultText(cell.paper.result, said) : undefined;
  return marks === undefined ? (
    text
  ) : (
    <>
      {text}
      <span class="small">{marks}</span>
    </>
  );
}
