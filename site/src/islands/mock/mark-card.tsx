// The mark, large, with the pass lines it is compared with, what is still to be marked, corrections that changed it, and the ways on.

import { Bar, Notice } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { durationText, marksText, momentIn, scaledMark, shareOf, tookMs } from './figures.ts';
import { useMockWords } from './use-mock-words.ts';
import type { Head, Result } from './wire.ts';

interface Props {
  attempt: Head;
  result: Result;
  now: string;
}

export function MarkCard({ attempt, result, now }: Props) {
  const { words, page } = useShell();
  const t = useMockWords();
  const { earned, possible } = result;
  const took = tookMs(attempt);
  return (
    <section class="card mock-mark" aria-label={t.result.title}>
      <p class="mock-figure">
        <span class="mock-large">{marksText(earned)}</span> <span class="soft">{t.result.of(marksText(possible))}</span>
      </p>
      <p class="small soft">
        {t.listed([
          ...(possible === 200 ? [] : [t.result.scaled(String(shareOf({ earned, possible })))]),
          ...(took === undefined ? [] : [t.result.took(durationText(took, t))]),
        ])}
      </p>
      <Bar share={shareOf({ earned, possible })} />
      <PassLines result={result} />
      {result.marking === 'waiting' && <Notice>{t.result.essaysWait}</Notice>}
      {result.regrades.map(({ at, before, after }) => (
        <Notice key={at}>{t.result.regraded(momentIn(at, now, words), marksText(before), marksText(after))}</Notice>
      ))}
      <div class="row mock-ways">
        {result.marking === 'waiting' && result.selfMarking && (
          <a class="button" href={page(`/mock/review/?attempt=${attempt.attempt}`)}>
            {t.result.selfMark}
          </a>
        )}
        {result.review && (
          <a class="button" href={page(`/mock/review/?attempt=${attempt.attempt}`)}>
            {t.result.review}
          </a>
        )}
        {result.review && (
          <a class="button plain" href={page('/book/')}>
            {t.result.toBook}
          </a>
        )}
        <button type="button" class="button plain" onClick={() => print()}>
          {t.result.print}
        </button>
      </div>
      {!result.review && <p class="small soft">{t.result.reviewClosed}</p>}
    </section>
  );
}

function PassLines({ result }: { result: Result }) {
  const t = useMockWords();
  const { earned, possible, passLines, marking } = result;
  if (passLines.length === 0) return null;
  return (
    <ul class="stack-tight mock-lines" aria-label={t.result.passLines}>
      {passLines.map(({ year, scope, mark, verified }) => {
        const line = scaledMark(mark, possible);
        const off = earned - line;
        const isPassed = off >= 0;
        const said =
          off === 0 ? t.result.exact : isPassed ? t.result.passed(marksText(off)) : t.result.below(marksText(-off));
        return (
          <li key={`${year} ${scope}`}>
            <p>
              {t.result.passLines}　{t.result.passLine(year, t.result[scope], marksText(line))}
              {marking === 'done' && (
                <em data-verdict={isPassed ? 'right' : 'wrong'}>
                  {'　'}
                  <span aria-hidden="true">{isPassed ? '✓' : '✗'}</span> {said}
                </em>
              )}
            </p>
            <p class="small soft">{verified ? t.result.verified : t.result.unverified}</p>
          </li>
        );
      })}
    </ul>
  );
}
