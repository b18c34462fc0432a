// Marking one paper: the material, what was written and the model answer beside the points, marks saved one by one, and the ways to the next.
import { useEffect } from 'preact/hooks';
import { Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { useHeadingFocus } from '../../use-route.ts';
import { marksText } from '../figures.ts';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';
import type { ViewProps } from '../view-props.ts';
import { type Essays, sumOf } from './marks.ts';
import { PointField } from './point-field.tsx';
import { useMarking } from './use-marking.ts';
import { type Script, useNames, useScripts } from './use-scripts.ts';

export function MarkingPage({ paper: { paper }, person }: ViewProps & { person: string }) {
  const { call } = useStaff();
  const w = usePapersWords();
  const { address } = useGo();
  const [isNamed] = useNames(paper);
  const read = () => call('readEssays', { params: { paper, person }, query: { names: isNamed ? 'yes' : 'no' } });
  const { value, problem, reload } = useLoad(`essays ${paper} ${person}`, read);
  const { value: scripts = [] } = useScripts(paper, isNamed);
  useHeadingFocus(value === undefined);
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  if (value === undefined) return <Waiting />;
  return (
    <>
      <a class="link start" href={address({ view: 'essays', paper })}>
        {w.essays.back}
      </a>
      <Marking paper={paper} person={person} essays={value} read={read} scripts={scripts} />
    </>
  );
}

interface Props {
  paper: string;
  person: string;
  essays: Essays;
  read: () => Promise<Essays>;
  scripts: readonly Script[];
}

function Marking({ paper, person, essays, read, scripts }: Props) {
  const w = usePapersWords();
  const marking = useMarking({ paper, person, essays, read });
  const ways = useWays(paper, person, scripts);
  const sum = sumOf(marking.points, marking.given);
  return (
    <div class="marking">
      <div class="spread">
        <h2 tabIndex={-1}>{essays.name ?? w.essays.script(essays.script)}</h2>
        {scripts.length > 0 && <span class="small soft">{w.essays.place(ways.at + 1, scripts.length)}</span>}
      </div>
      <p class="small soft only-wide">{w.essays.keys}</p>
      {marking.wasRestored && <Notice>{w.essays.restored}</Notice>}
      {marking.wasMerged && <Notice>{w.essays.merged}</Notice>}
      {marking.problem && marking.problem.code !== 'conflict' && (
        <Trouble problem={marking.problem} onRetry={() => void marking.send()} />
      )}
      {essays.questions.map((question) => (
        <section key={question.n} class="stack" aria-labelledby={`question-${question.n}`}>
          <div class="card">
            <h3 id={`question-${question.n}`}>
              {w.essays.question(question.n)} · {w.kinds[question.kind]}
            </h3>
            <details open>
              <summary class="link">{w.essays.material}</summary>
              <p class="written">{question.stem}</p>
            </details>
          </div>
          {question.parts.map((part) => (
            <Part key={part.id} n={question.n} part={part} marking={marking} />
          ))}
        </section>
      ))}
      <div class="marking-end">
        <p class="mid" role="status">
          {w.essays.sum} {w.marksOf(marksText(sum.earned), marksText(sum.possible))}
          <span class="small soft"> · {sum.open > 0 ? w.essays.open(sum.open) : w.essays.complete}</span>
        </p>
        <Saving marking={marking} />
        <div class="row tight">
          <WayTo text={w.essays.previous} to={ways.before} paper={paper} />
          <WayTo text={w.essays.next} to={ways.after} paper={paper} />
          <WayTo text={w.essays.nextWaiting} to={ways.waiting} paper={paper} isMain />
        </div>
      </div>
    </div>
  );
}

function Saving({ marking: { state, unsent, send } }: { marking: ReturnType<typeof useMarking> }) {
  const w = usePapersWords();
  return (
    <p class="small" role="status">
      {state === 'saved' && w.essays.saved}
      {state === 'saving' && w.essays.saving}
      {state === 'unsent' && (
        <>
          <span class="fault">{w.essays.unsent(unsent)}</span>{' '}
          <button type="button" class="link" onClick={() => void send()}>
            {w.essays.retry}
          </button>
        </>
      )}
    </p>
  );
}

type PartRead = Essays['questions'][number]['parts'][number];

function Part({ n, part, marking }: { n: number; part: PartRead; marking: ReturnType<typeof useMarking> }) {
  const w = usePapersWords();
  return (
    <article class="card marking-part" aria-label={w.essays.part(part.id)}>
      <h4>
        {w.essays.part(part.id)}　{part.text}（{w.marks(marksText(part.possible))}）
      </h4>
      <div class="marking-panes">
        <div class="stack-tight">
          <p class="small soft">{w.essays.written}</p>
          {part.written.trim() === '' ? (
            <p class="soft">{w.essays.blank}</p>
          ) : (
            <p class="written answer">{part.written}</p>
          )}
          <details>
            <summary class="link">{w.essays.model}</summary>
            <p class="written">{part.model}</p>
          </details>
        </div>
        <fieldset class="points">
          <legend class="small soft">{w.essays.points}</legend>
          {part.points.map((point) => {
            const name = `${n}/${part.id}/${point.id}`;
            return (
              <PointField
                key={name}
                text={point.text}
                possible={point.possible}
                given={marking.given[name]}
                onGive={(half) => marking.give(name, half)}
              />
            );
          })}
        </fieldset>
      </div>
    </article>
  );
}

function WayTo({
  text,
  to,
  paper,
  isMain = false,
}: {
  text: string;
  to: string | undefined;
  paper: string;
  isMain?: boolean;
}) {
  const { address } = useGo();
  if (to === undefined) return null;
  return (
    <a class={isMain ? 'button' : 'tool'} href={address({ view: 'essays', paper, person: to })}>
      {text}
    </a>
  );
}

/** The papers before and after, and the next that waits; Alt with an arrow goes there. */
function useWays(paper: string, person: string, scripts: readonly Script[]) {
  const { go } = useGo();
  const at = scripts.findIndex((one) => one.person === person);
  const others = [...scripts.slice(at + 1), ...scripts.slice(0, Math.max(0, at))];
  const ways = {
    at,
    before: at > 0 ? scripts[at - 1]?.person : undefined,
    after: at >= 0 ? scripts[at + 1]?.person : undefined,
    waiting: others.find(({ marking }) => marking === 'waiting')?.person,
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const to = event.key === 'ArrowRight' ? ways.after : event.key === 'ArrowLeft' ? ways.before : undefined;
      if (to === undefined) return;
      event.preventDefault();
      go({ view: 'essays', paper, person: to });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [ways.before, ways.after]);
  return ways;
}
