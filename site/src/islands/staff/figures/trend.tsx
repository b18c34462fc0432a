// How a figure went: through the months of three years, or, of what is counted by the year, through six years. The same numbers stand in a table.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Measure } from '../../../../../functions/domain/figures/indicator.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { amountOf, numberText, valueText } from '../charts/figure-text.ts';
import { type Line, LineChart } from '../charts/line-chart.tsx';
import { Trouble, Waiting } from '../parts.tsx';
import { useLoad } from '../use-load.ts';
import type { AtUnit } from './answers.ts';
import { useFiguresWords } from './words.ts';

type Points = Answer<'readTrend'>['points'];

interface Props {
  place: AtUnit;
  name: string;
  measure: Measure;
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

export function Trend({ place: { unit, id, months, boundaries, share }, name, measure }: Props) {
  const { call } = useStaff();
  const { w } = useFiguresWords();
  const { value, problem, isLoading, reload } = useLoad(
    `trend ${unit} ${id} ${months.year} ${boundaries} ${share}`,
    () => {
      const query = { id, year: String(months.year), boundaries, ...(share ? { share: 'true' as const } : {}) };
      return call('readTrend', { params: { unit }, query });
    },
  );
  return (
    <section class="card figures-trend" aria-labelledby="trend">
      <h2 id="trend">{w.trend(name)}</h2>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting lines={4} />}
      {value && <Drawn points={value.points} measure={measure} />}
    </section>
  );
}

function Drawn({ points, measure }: { points: Points; measure: Measure }) {
  const { w } = useFiguresWords();
  const isMonthly = points.some(({ month }) => month !== undefined);
  const years = [...new Set(points.map(({ year }) => year))];
  const at = (year: number, month?: number) =>
    points.find((point) => point.year === year && point.month === month)?.figure ?? null;
  const lines: Line[] = isMonthly
    ? years.map((year) => ({ name: String(year), values: MONTHS.map((month) => amountOf(at(year, month))) }))
    : [{ name: '', values: years.map((year) => amountOf(at(year))) }];
  const isShare = measure === 'percent' || measure === 'per-10000';
  const textOf = (value: number) =>
    measure === 'percent'
      ? `${Math.round(value * 1000) / 10}%`
      : numberText(isShare ? { n: Math.round(value * 1e8), of: 1e8 } : { n: Math.round(value) }, measure);
  return (
    <>
      <LineChart
        places={isMonthly ? MONTHS.map((month) => w.monthName(month)) : years.map(String)}
        lines={lines}
        textOf={textOf}
      />
      <details class="print-open">
        <summary class="link no-print">{w.asTable}</summary>
        <div class="table-card">
          {isMonthly ? <ByMonth {...{ years, at, measure }} /> : <ByYear {...{ years, at, measure }} />}
        </div>
      </details>
    </>
  );
}

interface TableProps {
  years: readonly number[];
  at: (year: number, month?: number) => Points[number]['figure'];
  measure: Measure;
}

function ByMonth({ years, at, measure }: TableProps) {
  const { w } = useFiguresWords();
  return (
    <table class="grid">
      <thead>
        <tr>
          <th scope="col">{w.trendMonth}</th>
          {years.map((year) => (
            <th key={year} scope="col" class="count">
              {w.yearName(year)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {MONTHS.map((month) => (
          <tr key={month}>
            <th scope="row">{w.monthName(month)}</th>
            {years.map((year) => (
              <td key={year} class="count">
                {numberText(at(year, month), measure)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ByYear({ years, at, measure }: TableProps) {
  const { w, i } = useFiguresWords();
  return (
    <table class="grid">
      <tbody>
        {years.map((year) => (
          <tr key={year}>
            <th scope="row">{w.yearName(year)}</th>
            <td class="count">{valueText(i, at(year), measure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
