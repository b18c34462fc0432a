// 我的纠错: what became of the questions that one has reported, from practice and from papers. Asked for when it is opened.
import { useState } from 'preact/hooks';
import type { Call } from '../../api/client.ts';
import { useShell } from '../../shell/shell.tsx';
import { useLoad } from '../staff/use-load.ts';
import { momentIn } from './figures.ts';
import { Failed } from './parts.tsx';
import { useMockWords } from './use-mock-words.ts';

export function ReportsCard({ person, call }: { person: string; call: Call }) {
  const t = useMockWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="card fold slim" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t.reports.title}</h2>
      </summary>
      {isOpen && <Reports person={person} call={call} />}
    </details>
  );
}

function Reports({ person, call }: { person: string; call: Call }) {
  const { words } = useShell();
  const t = useMockWords();
  const load = () => call('listMyReports', { params: { person }, query: {} });
  const { value, problem, reload } = useLoad(`reports ${person}`, load);
  if (problem) return <Failed problem={problem} to="/mock/" onAgain={() => void reload()} />;
  if (value === undefined) return <p class="soft">{words.loading}</p>;
  if (value.reports.length === 0) return <p class="soft">{t.reports.none}</p>;
  const reasons: Readonly<Record<string, string>> = words.drill.reportReasons;
  return (
    <ul class="list">
      {value.reports.map(({ question, at, reason, text, state, why }) => (
        <li key={`${question} ${at}`} class="mock-entry">
          <p class="spread">
            <span>
              {reasons[reason] ?? reason} <span class="small soft">{question}</span>
            </span>
            <span class="mock-tag small" data-tone={state === 'corrected' ? 'good' : 'rest'}>
              {t.reports.states[state]}
            </span>
          </p>
          {text !== '' && <p class="small">{text}</p>}
          {why !== undefined && <p class="small">{t.reports.why(why)}</p>}
          <p class="small soft">{momentIn(at, value.now, words)}</p>
        </li>
      ))}
    </ul>
  );
}
