// How far it is to "everybody certified": the share certified by post, with how many that is of.
import { Bar, NarrowBar } from '../charts/bar.tsx';
import { amountOf, changeText, partsText, valueText } from '../charts/figure-text.ts';
import type { AtUnit, Read } from './answers.ts';
import { BY_POST } from './shown.ts';
import { useFiguresWords } from './words.ts';

export function Coverage({ read }: { place: AtUnit; read: Read }) {
  const { w, i } = useFiguresWords();
  const figureOf = (id: string) => read.figures.find((one) => one.id === id);
  const whole = figureOf('certified-rate');
  const posts = BY_POST.flatMap((id) => figureOf(id) ?? []).filter(
    ({ now, last, hidden }) => (now?.of ?? 0) > 0 || (last?.of ?? 0) > 0 || hidden !== undefined,
  );
  const now = whole?.now;
  const missing = (now?.of ?? 0) - (now?.n ?? 0);
  return (
    <section class="card" aria-labelledby="coverage">
      <h2 id="coverage">{w.coverage}</h2>
      {now && (now.of ?? 0) > 0 && (
        <p>{missing === 0 ? w.coverageAll : w.coverageHint(missing.toLocaleString('en-US'))}</p>
      )}
      <div class="table-card">
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{w.post}</th>
              <th scope="col" class="count">
                {w.certifiedOf}
              </th>
              <th scope="col" class="bar-cell">
                <span class="small">{w.bar}</span>
              </th>
              <th scope="col" class="count">
                {w.change}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...(whole === undefined ? [] : [whole]), ...posts].map((row) => (
              <tr key={row.id} class={row === whole ? 'whole-row' : 'part-row'}>
                <th scope="row">
                  {row === whole ? i.names['certified-rate'] : (i.parts[row.id.split(':')[1] ?? ''] ?? row.id)}
                  <NarrowBar value={amountOf(row.now)} last={amountOf(row.last)} most={1} />
                </th>
                <td class="count">
                  {row.hidden?.now ? w.hidden : valueText(i, row.now, 'percent')}
                  <span class="small soft parts">{partsText(row.now)}</span>
                </td>
                <td class="bar-cell">
                  <Bar value={amountOf(row.now)} last={amountOf(row.last)} most={1} />
                </td>
                <td class="count">{changeText(row, 'percent', w.points)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
