// Every question of the paper with its verdict, each the way to its review when that is open.
import { useShell } from '../../shell/shell.tsx';
import { SIGNS, toneOf } from './lines.ts';
import { useMockWords } from './use-mock-words.ts';
import type { Head, Line, Result } from './wire.ts';

export function QuestionCard({ attempt, result }: { attempt: Head; result: Result }) {
  const { page } = useShell();
  const t = useMockWords();
  return (
    <section class="card" aria-labelledby="card">
      <h2 id="card">{t.result.card}</h2>
      <ol class="mock-card">
        {result.lines.map((line) => (
          <li key={line.n}>
            {result.review ? (
              <a
                href={page(`/mock/review/?attempt=${attempt.attempt}&n=${line.n}`)}
                data-state={toneOf(line)}
                aria-label={labelOf(line, t)}
              >
                <Cell line={line} />
              </a>
            ) : (
              <span data-state={toneOf(line)}>
                <Cell line={line} />
                <span class="visually-hidden">{t.verdicts[line.verdict]}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p class="small soft">{t.result.cardLegend}</p>
    </section>
  );
}

export function labelOf({ n, verdict }: Pick<Line, 'n' | 'verdict'>, t: ReturnType<typeof useMockWords>): string {
  return `${n}：${t.verdicts[verdict]}`;
}

function Cell({ line }: { line: Line }) {
  return (
    <>
      {line.n}
      <span class="sign" aria-hidden="true">
        {SIGNS[line.verdict]}
      </span>
    </>
  );
}
