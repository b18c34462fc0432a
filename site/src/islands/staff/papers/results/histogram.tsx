// How the marks are spread, drawn against the pass line; the same figures stand in a table beside, for whoever does not see the picture.

import { meanText } from '../figures.ts';
import { usePapersWords } from '../use-words.ts';
import { binText, type Statistics } from './rows.ts';

const [WIDTH, HEIGHT, FOOT, HEAD] = [400, 160, 24, 16];
const STEPS = 10;

export function Histogram({ marks }: { marks: Statistics['marks'] }) {
  const w = usePapersWords();
  const { histogram, possible, passLine } = marks;
  const most = Math.max(1, ...histogram);
  const step = WIDTH / STEPS;
  const room = HEIGHT - FOOT - HEAD;
  const heightOf = (n: number) => (room * n) / most;
  const lineAt = passLine === undefined || possible === 0 ? undefined : (WIDTH * passLine) / possible;
  return (
    <section class="card" aria-labelledby="histogram">
      <h2 id="histogram">{w.results.histogram}</h2>
      {passLine !== undefined && <p class="small soft">{w.results.histogramHint(meanText(passLine))}</p>}
      <svg class="histogram" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {histogram.map((n, i) => (
          <g key={binText(i, possible, w)}>
            <rect x={i * step + 2} y={HEIGHT - FOOT - heightOf(n)} width={step - 4} height={heightOf(n)} rx="2" />
            {n > 0 && (
              <text x={i * step + step / 2} y={HEIGHT - FOOT - heightOf(n) - 4} text-anchor="middle">
                {n}
              </text>
            )}
          </g>
        ))}
        <line class="axis" x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        {[0, 2, 4, 6, 8, 10].map((i) => (
          <text
            key={i}
            x={Math.min(WIDTH - 2, Math.max(2, i * step))}
            y={HEIGHT - 6}
            text-anchor={i === 0 ? 'start' : i === STEPS ? 'end' : 'middle'}
          >
            {meanText((possible * i) / STEPS)}
          </text>
        ))}
        {lineAt !== undefined && <line class="pass-line" x1={lineAt} x2={lineAt} y1="2" y2={HEIGHT - FOOT} />}
      </svg>
      <details>
        <summary class="link">{w.results.asTable}</summary>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{w.results.bin}</th>
              <th scope="col">{w.results.people}</th>
            </tr>
          </thead>
          <tbody>
            {histogram.map((n, i) => (
              <tr key={binText(i, possible, w)}>
                <th scope="row">{binText(i, possible, w)}</th>
                <td>{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
