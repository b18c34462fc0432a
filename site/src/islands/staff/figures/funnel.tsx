// 目标人群 → 报名 → 参训 → 参考 → 通过 → 登记 → 持证在岗: each step with its own rule, beside last year's, and a way to the names behind it.
import { useStaff } from '../../../shell/staff.tsx';
import { Bar, NarrowBar } from '../charts/bar.tsx';
import { amountOf, changeText, nameOf, numberText, ruleText, valueText } from '../charts/figure-text.ts';
import type { AtUnit, Read } from './answers.ts';
import { FUNNEL } from './shown.ts';
import { useFiguresWords } from './words.ts';

export function Funnel({ place, read }: { place: AtUnit; read: Read }) {
  const { w, i } = useFiguresWords();
  const rows = FUNNEL.flatMap(({ step, id }) => {
    const found = read.figures.find((one) => one.id === id);
    return found === undefined ? [] : [{ step, ...found }];
  });
  const most = Math.max(0, ...rows.flatMap(({ now, last }) => [amountOf(now) ?? 0, amountOf(last) ?? 0]));
  const target = rows[0]?.now?.n ?? 0;
  return (
    <section class="card" aria-labelledby="funnel">
      <h2 id="funnel">{w.funnel}</h2>
      <p class="small soft">{w.funnelHint}</p>
      <div class="table-card">
        <table class="grid funnel">
          <thead>
            <tr>
              <th scope="col">{w.step}</th>
              <th scope="col" class="count">
                {w.count}
              </th>
              <th scope="col" class="bar-cell">
                <span class="small">{w.bar}</span>
              </th>
              <th scope="col" class="count">
                {w.ofTarget}
              </th>
              <th scope="col" class="count">
                {w.change}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ step, ...row }) => (
              <tr key={step}>
                <th scope="row">
                  {w.steps[step]}
                  {read.may.listPeople && !place.share && <Names place={place} step={step} />}
                  <NarrowBar value={amountOf(row.now)} last={amountOf(row.last)} most={most} />
                </th>
                <td class="count">{row.hidden?.now ? w.hidden : numberText(row.now, 'people')}</td>
                <td class="bar-cell">
                  <Bar value={amountOf(row.now)} last={amountOf(row.last)} most={most} />
                </td>
                <td class="count">{ofTarget(i, row.now, target)}</td>
                <td class="count">{changeText(row, 'people', w.points)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details class="print-open">
        <summary class="link">{w.rules}</summary>
        <dl class="rules small">
          {rows.map(({ step, id }) => (
            <div key={step}>
              <dt>
                {w.steps[step]} · {nameOf(i, id)}
              </dt>
              <dd class="soft">{ruleText(i, id)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function ofTarget(i: Parameters<typeof valueText>[0], now: Read['figures'][number]['now'], target: number): string {
  return now === null ? '—' : valueText(i, { n: now.n, of: target }, 'percent');
}

function Names({ place, step }: { place: AtUnit; step: string }) {
  const { page } = useStaff();
  const { w } = useFiguresWords();
  const query = new URLSearchParams({ unit: place.unit, below: step, year: String(place.months.year) });
  return (
    <a class="link small no-print names-link" href={page(`/staff/exams/?${query}`)}>
      {w.names}
      <span class="visually-hidden"> {w.steps[step as keyof typeof w.steps]}</span>
    </a>
  );
}
