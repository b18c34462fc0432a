// Starts a page's island: opens the journal and the bank, draws, and draws again when a signed-in person's connection is there.

import { type ComponentType, render } from 'preact';
import { know, type Routes } from '../api/addresses.ts';
import { browserEnv } from '../journal/env.ts';
import { startJournal } from '../journal/start.ts';
import { en } from '../words/en.ts';
import { type Lang, pageIn } from '../words/lang.ts';
import { type Words, zh } from '../words/zh.ts';
import { openBank } from './bank.ts';
import { Notice } from './parts.tsx';
import { takeKept } from './reviewed.ts';
import { guestSession, sessionOf } from './session.ts';
import { type Shell, ShellProvider } from './shell.tsx';
import { toaster } from './toast.ts';
import { sayWhatIsNotKept } from './unkept.ts';
import { watchForUpdate } from './update.ts';

/** Draws `Island` in the page's `#island`. Whatever cannot be opened is said there, with a way to try again. */
export async function boot(Island: ComponentType, routes: Routes = {}): Promise<void> {
  know(routes);
  const root = document.getElementById('island');
  if (root === null) throw new Error('the page has no island');
  const lang: Lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  const words = lang === 'zh' ? zh : en;
  const draw = (shell: Shell) =>
    render(
      <ShellProvider value={shell}>
        {!shell.journal.kept && <Notice trouble>{words.me.notKept}</Notice>}
        <Island />
      </ShellProvider>,
      root,
    );
  const toast = toaster(words.drill.close);
  sayWhatIsNotKept(words, toast);
  try {
    await open({ lang, words, toast }, draw);
    root.dataset.ready = '';
    watchForUpdate(words, toast);
  } catch {
    render(<Unopened words={words} />, root);
  }
}

async function open(
  { lang, words, toast }: Pick<Shell, 'lang' | 'words' | 'toast'>,
  draw: (shell: Shell) => void,
): Promise<void> {
  const env = browserEnv();
  const hash = document.documentElement.dataset.catalogue ?? '';
  const isBack = new URL(env.page.href).searchParams.has('signed-in');
  const [bank, started] = await Promise.all([openBank(hash), startJournal(env, fetch.bind(globalThis))]);
  const { journal } = started;
  await takeKept(bank, journal);
  const hasWork = journal.profile === 'guest' && journal.state.questions.size > 0;
  const page = (path: string) => pageIn(lang, path);
  const common = { lang, words, page, bank, journal, toast, now: env.now, newId: env.newId };
  draw(started.unavailable === undefined ? { ...common, session: guestSession } : common);
  started.connected((connection) => {
    draw({ ...common, call: connection.call, sync: connection.sync, session: sessionOf(connection) });
    if (!isBack) return;
    const { who } = connection;
    if (who.kind === 'person' && who.confirmed)
      toast(hasWork ? `${words.me.welcome(who.name)}${words.me.claimed}` : words.me.welcome(who.name));
    else toast(words.problems.sign_in_failed);
  });
}

function Unopened({ words }: { words: Words }) {
  return (
    <div class="stack">
      <h1>{words.brand}</h1>
      <Notice trouble>{words.drill.noQuestions}</Notice>
      <div>
        <button type="button" class="button" onClick={() => location.reload()}>
          {words.retry}
        </button>
      </div>
    </div>
  );
}
