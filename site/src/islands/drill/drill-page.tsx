// The answering page: opens the drill an address names, or begins one, and shows it, its result, or why it cannot.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Question } from '../../../../functions/domain/questions/question.ts';
import { GUEST } from '../../journal/db.ts';
import type { Drill } from '../../journal/drill-record.ts';
import { Notice } from '../../shell/parts.tsx';
import { type Shell, useJournal, useShell } from '../../shell/shell.tsx';
import { SittingView } from './sitting.tsx';
import { newDrill } from './start.ts';
import { dropOldDrills } from './unfinished.ts';

type Opened =
  | { state: 'opening' }
  | { state: 'open'; drill: Drill; questions: Map<string, Question> }
  | { state: 'gone' | 'nothing' | 'unreachable' };

export function DrillPage() {
  const shell = useShell();
  const { words, page } = shell;
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  const open = () => {
    setOpened({ state: 'opening' });
    void openDrill(shell).then(setOpened, () => setOpened({ state: 'unreachable' }));
  };
  useEffect(open, []);
  // Somebody else has signed in, in another tab: what is answered here from now on would be theirs.
  const { profile } = useJournal();
  const whose = useRef(profile);
  if (whose.current === GUEST) whose.current = profile;
  const isTheirs = whose.current !== profile;

  if (opened.state === 'open' && !isTheirs) return <SittingView start={opened.drill} questions={opened.questions} />;
  if (opened.state === 'opening') return <p class="waiting">{words.loading}</p>;
  const text = {
    open: words.drill.theirs,
    gone: words.drill.gone,
    nothing: words.practice.nothing,
    unreachable: words.drill.noQuestions,
  };
  return (
    <div class="stack">
      <h1>{words.titles.drill}</h1>
      <Notice trouble={opened.state === 'unreachable'}>{text[opened.state]}</Notice>
      <div class="row">
        {opened.state === 'unreachable' && (
          <button type="button" class="button" onClick={open}>
            {words.retry}
          </button>
        )}
        <a class="button plain" href={page('/practice/')}>
          {words.drill.toPractice}
        </a>
      </div>
    </div>
  );
}

/** Opens `?id=…`, or begins what the rest of the address asks for. It is kept from the first move on: merely looking leaves nothing behind. */
async function openDrill({ bank, journal, newId, now }: Shell): Promise<Opened> {
  const params = new URLSearchParams(location.search);
  const id = params.get('id');
  const seed = hashOf(newId());
  const drill =
    id === null
      ? newDrill(params, bank, { state: journal.state, seed, id: newId(), now: now() })
      : await journal.loadDrill(id);
  if (drill === undefined) return { state: id === null ? 'nothing' : 'gone' };
  const questions = await bank.load(drill.questions).catch(() => undefined);
  if (questions === undefined) return { state: 'unreachable' };
  // A question the bank no longer holds is left out; the answers given to it stay in the journal.
  const held = { ...drill, questions: drill.questions.filter((q) => questions.has(q)) };
  if (held.questions.length === 0) return { state: 'gone' };
  held.index = Math.min(held.index, held.questions.length - 1);
  if (id === null) await dropOldDrills(journal, now());
  return { state: 'open', drill: held, questions };
}

/** Any text as a 32-bit seed (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
