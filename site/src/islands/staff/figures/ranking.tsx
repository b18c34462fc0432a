// The units below, by one figure: a bar for this year with a line for last year's in each row of the table; put in order by the server. Down to the station.
import type { Measure } from '../../../../../functions/domain/figures/indicator.ts';
import type { RankOrder } from '../../../../../functions/domain/figures/ranking.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Bar, NarrowBar } from '../charts/bar.tsx';
import { amountOf, changeText, numberText, partsText, valueText } from '../charts/figure-text.ts';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import type { Loaded } from '../use-load.ts';
import type { AtUnit, Ranked } from './answers.ts';
import { IndicatorPick } from './indicator-pick.tsx';
import { addressOf } from './route.ts';
import { laggingOf } from './shown.ts';
import { useFiguresWords } from './words.ts';

interface Props {
  place: AtUnit;
  name: string;
  measure: Measure;
  ranking: Loaded<Ranked>;
  /** Facts name people. */
  mayList: boolean;
}

export function Ranking({ place, name, measure, ranking, mayList }: Props) {
  const { page } = useStaff();
  const { w } = useFiguresWords();
  const { value, problem, isLoading, reload } = ranking;
  return (
    <section class="figures-ranking" aria-labelledby="ranking">
      <div class="spread wraps">
        <h2 id="ranking">{w.ranking(name)}</h2>
        {mayList && (
          <a class="link no-print" href={page(addressOf({ ...place, view: 'facts' }))}>
            {w.seeFacts}
          </a>
        )}
      </div>
      <IndicatorPick place={place} />
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && value.rows.length === 0 && <Nothing>{w.rankingNone}</Nothing>}
      {value && value.rows.length > 0 && (
        <>
          <Lagging ranked={value} measure={measure} />
          <Table place={place} ranked={value} measure={measure} name={name} />
        </>
      )}
    </section>
  );
}

function Lagging({ ranked, measure }: { ranked: Ranked; measure: Measure }) {
  const { w, i } = useFiguresWords();
  const { lang } = useStaff();
  const lagging = laggingOf(ranked.rows, ranked.total.now);
  if (lagging === undefined) return null;
  const value = valueText(i, lagging.line, measure);
  const line = lagging.line.of === undefined ? w.lineMean(value) : w.lineWhole(value);
  if (lagging.below === 0) return <p class="lagging">{w.laggingNone(line)}</p>;
  const lowest = lagging.lowest.map(({ unit, now }) =>
    lang === 'zh' ? `${unit.name}（${valueText(i, now, measure)}）` : `${unit.name} (${valueText(i, now, measure)})`,
  );
  return <p class="lagging">{w.lagging(lagging.below, line, lowest.join(lang === 'zh' ? '、' : ', '))}</p>;
}

function Table({ place, ranked, measure, name }: Omit<Props, 'ranking' | 'mayList'> & { ranked: Ranked }) {
  const { w } = useFiguresWords();
  const { rows, total, own } = ranked;
  const most = Math.max(0, ...rows.flatMap(({ now, last }) => [amountOf(now) ?? 0, amountOf(last) ?? 0]));
  const hasOwn = (own.now?.n ?? 0) !== 0 || (own.last?.n ?? 0) !== 0 || own.hidden !== undefined;
  return (
    <div class="table-card">
      <table class="grid ranking">
        <caption class="visually-hidden">{w.ranking(name)}</caption>
        <thead>
          <tr>
            <Sort place={place} by="name" text={w.unit} />
            <Sort place={place} by="value" text={name} isNumber />
            <th scope="col" class="bar-cell">
              <span class="small">{w.bar}</span>
            </th>
            <th scope="col" class="count">
              {w.lastYear}
            </th>
            <Sort place={place} by="change" text={w.change} isNumber />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RankRow key={row.unit.id} place={place} row={row} measure={measure} most={most} />
          ))}
        </tbody>
        <tfoot>
          {hasOwn && <Foot title={w.ownOnly} row={own} measure={measure} />}
          <Foot title={w.whole} row={total} measure={measure} />
        </tfoot>
      </table>
    </div>
  );
}

function Sort({ place, by, text, isNumber }: { place: AtUnit; by: RankOrder; text: string; isNumber?: boolean }) {
  const { page } = useStaff();
  const { w } = useFiguresWords();
  const isHere = place.sort === by;
  const descending = isHere ? !place.descending : false;
  const order = place.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" class={isNumber ? 'count' : undefined} aria-sort={isHere ? order : 'none'}>
      <a class="sort-link" href={page(addressOf({ ...place, sort: by, descending }))}>
        <span class="visually-hidden">{w.sortBy(text)}</span>
        <span aria-hidden="true">
          {text} {isHere ? (place.descending ? '↓' : '↑') : '↕'}
        </span>
      </a>
    </th>
  );
}

interface RowProps {
  place: AtUnit;
  row: Ranked['rows'][number];
  measure: Measure;
  most: number;
}

function RankRow({ place, row, measure, most }: RowProps) {
  const { page, words } = useStaff();
  const { w } = useFiguresWords();
  const { unit, closed, now, last, hidden } = row;
  return (
    <tr>
      <th scope="row">
        <a href={page(addressOf({ ...place, unit: unit.id }))}>{unit.name}</a>
        {closed && <span class="small soft"> {w.closed(words.date(closed))}</span>}
        <NarrowBar value={amountOf(now)} last={amountOf(last)} most={most} />
      </th>
      <td class="count">
        {hidden?.now ? w.hidden : <Value figure={now} measure={measure} />}
        {partsText(now) !== '' && <span class="small soft parts">{partsText(now)}</span>}
      </td>
      <td class="bar-cell">
        <Bar value={amountOf(now)} last={amountOf(last)} most={most} />
      </td>
      <td class="count">{hidden?.last ? w.hidden : <Value figure={last} measure={measure} />}</td>
      <td class="count">{changeText(row, measure, w.points)}</td>
    </tr>
  );
}

function Foot({ title, row, measure }: { title: string; row: Ranked['total']; measure: Measure }) {
  const { w } = useFiguresWords();
  return (
    <tr>
      <th scope="row">{title}</th>
      <td class="count">{row.hidden?.now ? w.hidden : <Value figure={row.now} measure={measure} />}</td>
      <td class="bar-cell" />
      <td class="count">{row.hidden?.last ? w.hidden : <Value figure={row.last} measure={measure} />}</td>
      <td class="count">{changeText(row, measure, w.points)}</td>
    </tr>
  );
}

function Value({ figure, measure }: { figure: Ranked['total']['now']; measure: Measure }) {
  const number = numberText(figure, measure);
  return <>{measure === 'percent' && figure !== null && figure.of !== 0 ? `${number}%` : number}</>;
}
