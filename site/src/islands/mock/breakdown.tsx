// Where the marks came from: by kind and by chapter, each a bar beside its figures.
import { byChapter, byKind, type Part, partialOf } from '../../../../functions/domain/attempts/summary.ts';
import { Bar } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { marksText, shareOf } from './figures.ts';
import { linesIn } from './lines.ts';
import { useMockWords } from './use-mock-words.ts';
import type { Result } from './wire.ts';

export function ByKind({ result }: { result: Result }) {
  const t = useMockWords();
  const lines = linesIn(result);
  const partial = partialOf(lines);
  const credited = result.lines.filter(({ verdict }) => verdict === 'credited').length;
  return (
    <section class="card" aria-labelledby="by-kind">
      <h2 id="by-kind">{t.result.byKind}</h2>
      <ul class="mock-bars">
        {byKind(lines).map(({ kind, part }) => (
          <Entry key={kind} name={t.kinds[kind]} part={part} />
        ))}
      </ul>
      {partial.questions > 0 && (
        <p>
          <em>{t.result.partial(partial.questions, marksText(partial.earned))}</em>
          <br />
          <span class="small soft">{t.result.partialHint}</span>
        </p>
      )}
      {credited > 0 && <p>{t.result.credited(credited)}</p>}
    </section>
  );
}

export function ByChapter({ result }: { result: Result }) {
  const { lang } = useShell();
  const t = useMockWords();
  const names = new Map(result.chapters.map(({ id, name }) => [id, name[lang]]));
  return (
    <section class="card" aria-labelledby="by-chapter">
      <h2 id="by-chapter">{t.result.byChapter}</h2>
      <ul class="mock-bars">
        {byChapter(linesIn(result)).map(({ chapter, part }) => (
          <Entry key={chapter} name={names.get(chapter) ?? chapter} part={part} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ name, part }: { name: string; part: Part }) {
  const { words } = useShell();
  const t = useMockWords();
  const { earned, possible, full, questions, blank } = part;
  return (
    <li>
      <p class="spread">
        <span>{name}</span>
        <span class="count">{words.percent(Math.round(shareOf(part)))}</span>
      </p>
      <Bar share={shareOf(part)} />
      <p class="small soft">
        {t.result.part(marksText(earned), marksText(possible), full, questions)}
        {blank > 0 && `　${t.result.blank(blank)}`}
      </p>
    </li>
  );
}
