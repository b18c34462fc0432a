// What came of a paper: the figures, how the marks are spread, chapter by chapter, and everybody's marks to sort and to take along.
import { useState } from 'preact/hooks';
import { Bar, Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { allPages } from '../../training/all-pages.ts';
import { SaveButtons } from '../../training/export/save-buttons.tsx';
import { useLoad } from '../../use-load.ts';
import { marksText, meanText, percentOf } from '../figures.ts';
import { PaperActs } from '../paper/acts.tsx';
import { usePapersWords } from '../use-words.ts';
import type { ViewProps } from '../view-props.ts';
import { Histogram } from './histogram.tsx';
import { ResultsTable } from './results-table.tsx';
import { inOrder, type Order, resultSheets, type Statistics } from './rows.ts';

export function ResultsPage(props: ViewProps) {
  const { paper, title } = props.paper;
  const { call, lang } = useStaff();
  const w = usePapersWords();
  const [order, setOrder] = useState<Order>({ by: 'marks', isDown: true });
  const { value, problem, reload } = useLoad(`results ${paper}`, async () => {
    const [pages, statistics] = await Promise.all([
      allPages((query) => call('listResults', { params: { paper }, query })),
      call('readPaperStatistics', { params: { paper } }),
    ]);
    return { rows: pages.flatMap(({ results }) => results), statistics };
  });
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  if (value === undefined) return <Waiting />;
  if (value.rows.length === 0) return <Nothing>{w.results.none}</Nothing>;
  const { rows, statistics } = value;
  return (
    <>
      <div class="list-actions">
        <p>
          <span class="tag">{props.paper.released ? w.list.released : w.list.notReleased}</span>
        </p>
        <SaveButtons
          file={w.results.file(title)}
          sheets={() => resultSheets(inOrder(rows, order), statistics, { title, lang, w })}
          words={w.exports}
        />
      </div>
      {props.paper.may.release && <PaperActs {...props} />}
      <Figures marks={statistics.marks} />
      <div class="columns">
        <Histogram marks={statistics.marks} />
        <Chapters chapters={statistics.chapters} />
      </div>
      <ResultsTable rows={inOrder(rows, order)} order={order} onOrder={setOrder} />
    </>
  );
}

function Figures({ marks }: { marks: Statistics['marks'] }) {
  const w = usePapersWords();
  const { sat, marked, possible, passed } = marks;
  const of = (value: number | undefined) => w.marksOf(meanText(value), marksText(possible));
  const figures: [string, string][] = [
    [w.results.sat, w.people(sat)],
    [w.results.mean, of(marks.mean)],
    [w.results.median, of(marks.median)],
    [w.results.spread, w.marks(meanText(marks.deviation))],
    [w.results.range, `${meanText(marks.least)}—${meanText(marks.most)}`],
    ...(passed === undefined || marked === 0
      ? []
      : [
          [w.results.passed, w.results.passedOf(passed, marked, Math.round((100 * passed) / marked))] as [
            string,
            string,
          ],
        ]),
  ];
  return (
    <>
      <dl class="tiles">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {marked < sat && <Notice>{w.results.waiting(sat - marked)}</Notice>}
    </>
  );
}

function Chapters({ chapters }: { chapters: Statistics['chapters'] }) {
  const { words, lang } = useStaff();
  const w = usePapersWords();
  return (
    <section class="card" aria-labelledby="chapters">
      <h2 id="chapters">{w.results.chapters}</h2>
      <table class="table chapter-table">
        <thead>
          <tr>
            <th scope="col">{w.results.chapter}</th>
            <th scope="col">{w.results.questions}</th>
            <th scope="col">{w.results.facility}</th>
          </tr>
        </thead>
        <tbody>
          {chapters.map(({ id, name, questions, facility }) => (
            <tr key={id}>
              <th scope="row">{name[lang]}</th>
              <td>{questions}</td>
              <td>
                <span class="progress-cell">
                  {words.percent(percentOf(facility))}
                  <Bar share={percentOf(facility)} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
