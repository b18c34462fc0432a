// Mock papers: what is open first, then what was set for one, what one can draw, what can be taken along, and how it went so far.
import { useEffect } from 'preact/hooks';
import type { Call } from '../../api/client.ts';
import { GUEST } from '../../journal/db.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { useLoad } from '../staff/use-load.ts';
import { History } from './history.tsx';
import { OfflineCard } from './offline-card.tsx';
import { OpenAttempts } from './open-attempts.tsx';
import { Failed, Guest, useServerNow } from './parts.tsx';
import { ReportsCard } from './reports-card.tsx';
import { SetPapers } from './set-papers.tsx';
import { Subjects } from './subjects.tsx';
import { useMockWords } from './use-mock-words.ts';
import { usePrepared } from './use-prepared.ts';
import type { List } from './wire.ts';

export function MockPage() {
  const { words, call } = useShell();
  const t = useMockWords();
  const { profile } = useJournal();
  return (
    <div class="stack">
      <div>
        <h1>{words.titles.mock}</h1>
        <p class="soft">{t.lead}</p>
      </div>
      {profile === GUEST && <Guest to="/mock/" />}
      {profile !== GUEST && call === undefined && <p class="waiting">{words.loading}</p>}
      {profile !== GUEST && call && <Mine key={profile} person={profile} call={call} />}
    </div>
  );
}

function Mine({ person, call }: { person: string; call: Call }) {
  const { words } = useShell();
  const t = useMockWords();
  const { value, problem, reload } = useLoad(person, () => call('listMock', { params: { person }, query: {} }));
  const prepared = usePrepared(person, call);
  useEffect(() => {
    // Coming back from a paper finds the list as it is now, also when the browser kept the page whole.
    const shown = (event: PageTransitionEvent) => event.persisted && void reload();
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, []);
  const hasTaken = prepared.papers.length > 0;
  const isSettled = value !== undefined || problem !== undefined;
  // What was taken along and waits is more pressing than what is over.
  const offline = isSettled && (
    <OfflineCard key="offline" list={value} person={person} call={call} prepared={prepared} />
  );
  return (
    <>
      {problem && <Failed problem={problem} text={t.failed} to="/mock/" onAgain={() => void reload()} />}
      {value === undefined && !problem && <p class="waiting">{words.loading}</p>}
      {value && <Shown list={value} />}
      {hasTaken && offline}
      {value && <History list={value} />}
      {!hasTaken && offline}
      {value && <ReportsCard person={person} call={call} />}
    </>
  );
}

function Shown({ list }: { list: List }) {
  const now = useServerNow(list.now);
  return (
    <>
      <OpenAttempts list={list} now={now} />
      <SetPapers list={list} now={now} />
      <Subjects list={list} />
    </>
  );
}
