// The papers that are answered in words: who waits for marks, without names unless somebody asks, and where to begin.
import { Bar } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { momentText } from '../../../me/moment.ts';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { marksText } from '../figures.ts';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';
import type { ViewProps } from '../view-props.ts';
import { useNames, useScripts } from './use-scripts.ts';

export function EssaysPage({ paper: { paper } }: ViewProps) {
  const { words } = useStaff();
  const w = usePapersWords();
  const { address } = useGo();
  const [isNamed, setNamed] = useNames(paper);
  const { value: scripts, problem, reload } = useScripts(paper, isNamed);
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  if (scripts === undefined) return <Waiting />;
  if (scripts.length === 0) return <Nothing>{w.essays.none}</Nothing>;
  const done = scripts.filter(({ marking }) => marking === 'done').length;
  const next = scripts.find(({ marking }) => marking === 'waiting');
  const to = (person: string) => address({ view: 'essays', paper, person });
  return (
    <>
      <section class="card">
        <p class="mid">{next === undefined ? w.essays.allDone : w.essays.progress(done, scripts.length)}</p>
        <Bar share={(100 * done) / scripts.length} />
        <p class="small soft">{w.essays.lead}</p>
        <div class="row">
          {next && (
            <a class="button" href={to(next.person)}>
              {done === 0 ? w.essays.begin : w.essays.goOn}
            </a>
          )}
          <label class="radio">
            <input type="checkbox" checked={isNamed} onChange={(event) => setNamed(event.currentTarget.checked)} />
            {w.essays.names}
          </label>
        </div>
      </section>
      <div class="card table-card">
        <table class="grid cards-narrow">
          <caption class="visually-hidden">{w.paperTabs.essays}</caption>
          <thead>
            <tr>
              {(['script', 'marking', 'marks', 'ended'] as const).map((column) => (
                <th scope="col" key={column}>
                  {w.essays.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scripts.map((one) => (
              <tr key={one.person}>
                <th scope="row">
                  <a class="person-link" href={to(one.person)}>
                    {one.name ?? w.essays.script(one.script)}
                  </a>
                </th>
                <td>
                  <span class={one.marking === 'done' ? 'tag over' : 'tag'}>{w.essays.marking[one.marking]}</span>
                </td>
                <td data-label={w.essays.columns.marks}>{w.marksOf(marksText(one.earned), marksText(one.possible))}</td>
                <td data-label={w.essays.columns.ended} class="small">
                  {momentText(one.endedAt, words)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
