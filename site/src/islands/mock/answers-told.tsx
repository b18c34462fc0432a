// Where the time went, question by question, and which answers did not count and why.
import { slowest } from '../../../../functions/domain/attempts/summary.ts';
import { useShell } from '../../shell/shell.tsx';
import { medianOf, spentText } from './figures.ts';
import { linesIn, toneOf } from './lines.ts';
import { useMockWords } from './use-mock-words.ts';
import type { Head, Result } from './wire.ts';

const SLOWEST = 5;
const HEIGHT = 100;
/** Of a bar and the gap beside it. */
const STEP = 10;

export function Times({ attempt, result }: { attempt: Head; result: Result }) {
  const { page } = useShell();
  const t = useMockWords();
  const lines = linesIn(result);
  const slow = slowest(lines, SLOWEST);
  const top = slow[0]?.spentS ?? 0;
  if (top === 0) return null;
  const median = spentText(medianOf(lines.map(({ spentS }) => spentS)), t);
  return (
    <section class="card" aria-labelledby="times">
      <h2 id="times">{t.result.time}</h2>
      <svg
        class="mock-times"
        viewBox={`0 0 ${lines.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.result.timeChart(median)}
      >
        {lines.map((line, i) => (
          <rect
            key={line.n}
            data-state={toneOf(line)}
            x={i * STEP + 1}
            y={HEIGHT - (line.spentS / top) * HEIGHT}
            width={STEP - 2}
            height={(line.spentS / top) * HEIGHT}
          />
        ))}
        <path class="base" d={`M0 ${HEIGHT - 0.5}H${lines.length * STEP}`} />
      </svg>
      <p class="small soft">{t.result.timeChart(median)}</p>
      <h3>{t.result.slowest}</h3>
      <ol class="mock-slow">
        {slow.map((line) => (
          <li key={line.n} class="spread">
            {result.review ? (
              <a href={page(`/mock/review/?attempt=${attempt.attempt}&n=${line.n}`)}>{t.result.nth(line.n)}</a>
            ) : (
              <span>{t.result.nth(line.n)}</span>
            )}
            <span>
              {spentText(line.spentS, t)}　<span class="soft">{t.verdicts[line.verdict]}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function LateAnswers({ result }: { result: Result }) {
  const t = useMockWords();
  const late = result.lines.filter((line) => line.late !== undefined);
  if (late.length === 0) return null;
  return (
    <section class="card" aria-labelledby="late">
      <h2 id="late">{t.result.late}</h2>
      <p class="small soft">{t.result.lateHint}</p>
      <ul class="told">
        {late.map((line) => (
          <li key={line.n}>
            {t.result.nth(line.n)}：{line.late && t.result.lates[line.late]}
          </li>
        ))}
      </ul>
    </section>
  );
}
