// What is told by level: registered, passed, newly certified and certified in post, each beside last year's.
import { changeText, measureOf, nameOf, numberText } from '../charts/figure-text.ts';
import type { AtUnit, Read } from './answers.ts';
import { BY_LEVEL } from './shown.ts';
import { useFiguresWords } from './words.ts';

export function Levels({ read }: { place: AtUnit; read: Read }) {
  const { w, i } = useFiguresWords();
  const figureOf = (id: string) => read.figures.find((one) => one.id === id);
  return (
    <section class="card" aria-labelledby="levels">
      <h2 id="levels">{w.byLevel}</h2>
      <div class="table-card">
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{w.indicator}</th>
              <th scope="col" class="count">
                {w.count}
              </th>
              <th scope="col" class="count">
                {w.lastYear}
              </th>
              <th scope="col" class="count">
                {w.change}
              </th>
            </tr>
          </thead>
          {BY_LEVEL.map(({ id, parts }) => (
            <tbody key={id}>
              {[id, ...parts].flatMap((one) => {
                const row = figureOf(one);
                if (row === undefined) return [];
                const name = one === id ? nameOf(i, id) : (i.parts[one.slice(id.length + 1)] ?? one);
                return [
                  <tr key={one} class={one === id ? 'whole-row' : 'part-row'}>
                    <th scope="row">{name}</th>
                    <td class="count">{row.hidden?.now ? w.hidden : numberText(row.now, measureOf(one))}</td>
                    <td class="count">{row.hidden?.last ? w.hidden : numberText(row.last, measureOf(one))}</td>
                    <td class="count">{changeText(row, measureOf(one), w.points)}</td>
                  </tr>,
                ];
              })}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
