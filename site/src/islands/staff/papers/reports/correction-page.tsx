// One correction: the question, how far the grading anew is while it goes on, and whose marks changed, to be taken along.
import { useEffect } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { momentText } from '../../../me/moment.ts';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { allPages } from '../../training/all-pages.ts';
import { SaveButtons } from '../../training/export/save-buttons.tsx';
import type { Sheet } from '../../training/export/sheets.ts';
import { useLoad } from '../../use-load.ts';
import { useHeadingFocus } from '../../use-route.ts';
import { marksText } from '../figures.ts';
import { ItemBody } from '../item-card.tsx';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';

/** While it is graded anew it is looked at again so often. */
const AGAIN_MS = 3_000;

type Correction = Answer<'readKeyCorrection'>;
type Line = Correction['lines'][number];

export function CorrectionPage({ unit, correction }: { unit: string; correction: string }) {
  const { call, words } = useStaff();
  const w = usePapersWords();
  const { address } = useGo();
  const { value, problem, reload } = useLoad(`correction ${correction}`, async () => {
    const pages = await allPages((query) => call('readKeyCorrection', { params: { correction }, query }));
    return { ...pages[0], lines: pages.flatMap(({ lines }) => lines) };
  });
  useHeadingFocus(value === undefined);
  const isGoing = value !== undefined && value.progress.state !== 'done';
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(() => void reload(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isGoing]);
  return (
    <div class="stack">
      <a class="link start" href={address({ view: 'corrections', unit })}>
        {w.corrections.back}
      </a>
      <h1 tabIndex={-1} data-arrive>
        {value ? w.corrections.title(value.question) : w.views.corrections}
      </h1>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {value === undefined && !problem && <Waiting />}
      {value && (
        <>
          <Notice>
            <p role="status">
              <b>{w.corrections.states[value.progress.state]}</b>
              {' · '}
              {w.corrections.progress(value.progress.done, value.progress.changed)}
              {value.progress.againAt !== undefined &&
                ` · ${w.corrections.again(momentText(value.progress.againAt, words))}`}
            </p>
            <p class="small">
              {value.credited ? w.corrections.credited : w.corrections.keyText(w.listed(value.key ?? []))}
              {' · '}
              {value.why}
            </p>
            <p class="small soft">{w.corrections.by(value.names[value.by] ?? '', momentText(value.at, words))}</p>
          </Notice>
          {value.item && (
            <section class="card" aria-label={value.question}>
              <ItemBody item={value.item} />
            </section>
          )}
          <Lines correction={value} />
        </>
      )}
    </div>
  );
}

function Lines({ correction: { question, lines } }: { correction: Correction }) {
  const w = usePapersWords();
  const { columns } = w.corrections;
  if (lines.length === 0) return <Nothing>{w.corrections.noLines}</Nothing>;
  const paperOf = ({ paper, paperTitle }: Line) => paperTitle ?? (paper === undefined ? w.corrections.ownPaper : paper);
  const sheet = (): Sheet => ({
    name: question,
    head: [columns.name, columns.paper, columns.before, columns.after, columns.change],
    rows: lines.map((line) => [
      ...[line.name, paperOf(line)],
      ...[line.before / 2, line.after / 2, (line.after - line.before) / 2],
    ]),
  });
  return (
    <section class="stack" aria-labelledby="lines">
      <div class="list-actions">
        <h2 id="lines">{w.corrections.lines}</h2>
        <SaveButtons file={w.corrections.file(question)} sheets={() => [sheet()]} words={w.exports} />
      </div>
      <div class="card table-card">
        <table class="grid cards-narrow">
          <thead>
            <tr>
              {(['name', 'paper', 'before', 'after', 'change'] as const).map((column) => (
                <th scope="col" key={column}>
                  {columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.attempt}>
                <th scope="row">{line.name}</th>
                <td class="small">{paperOf(line)}</td>
                <td data-label={columns.before}>{marksText(line.before)}</td>
                <td data-label={columns.after}>{marksText(line.after)}</td>
                <td data-label={columns.change}>{changeText(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function changeText({ before, after }: Line): string {
  const by = after - before;
  return `${by < 0 ? '−' : '+'}${marksText(Math.abs(by))}`;
}
