// Starts a training page: no bank of questions. It draws at once with whoever this browser remembers, and again when a sign-in has come back.
import { type ComponentType, render } from 'preact';
import { know, type Routes } from '../../api/addresses.ts';
import { client } from '../../api/client.ts';
import { GUEST } from '../../journal/db.ts';
import { type BrowserEnv, browserEnv } from '../../journal/env.ts';
import { loginPath } from '../../journal/login-path.ts';
import { startJournal } from '../../journal/start.ts';
import { toaster } from '../../shell/toast.ts';
import { watchForUpdate } from '../../shell/update.ts';
import { en } from '../../words/en.ts';
import { trainingEn } from '../../words/en-training.ts';
import { type Lang, pageIn } from '../../words/lang.ts';
import { zh } from '../../words/zh.ts';
import { trainingZh } from '../../words/zh-training.ts';
import { type Training, TrainingProvider } from './training.tsx';

/** Draws `Island` in the page's `#island`. `routes`: what it calls beyond what all candidates' pages do. */
export async function bootTraining(Island: ComponentType, routes: Routes = {}): Promise<void> {
  know(routes);
  const root = document.getElementById('island');
  if (root === null) throw new Error('the page has no island');
  const env = browserEnv();
  const common = commonOf(env);
  const draw = (person: string) =>
    render(
      <TrainingProvider value={person === GUEST ? common : { ...common, person }}>
        <Island />
      </TrainingProvider>,
      root,
    );
  await whoIsHere(env, draw);
  root.dataset.ready = '';
  watchForUpdate(common.words, common.toast);
}

function commonOf({ now, newId }: BrowserEnv): Omit<Training, 'person'> {
  const lang: Lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  const said = lang === 'zh' ? { words: zh, t: trainingZh } : { words: en, t: trainingEn };
  const page = (path: string) => pageIn(lang, path);
  const toast = toaster(said.words.drill.close);
  const loginAddress = (path: string) => loginPath(page(path));
  return { lang, ...said, page, loginAddress, call: client(fetch.bind(globalThis)), toast, now, newId };
}

/** The person of the journal, now and whenever it changes. Without a journal one is a guest until the server says otherwise. */
async function whoIsHere(env: BrowserEnv, draw: (person: string) => void): Promise<void> {
  const started = await startJournal(env, fetch.bind(globalThis)).catch(() => undefined);
  if (started === undefined) return draw(GUEST);
  const { journal } = started;
  let shown = journal.profile;
  draw(shown);
  journal.subscribe(() => {
    if (journal.profile === shown) return;
    shown = journal.profile;
    draw(shown);
  });
  // Whoever comes back from signing in finds their practice claimed, as on every other page.
  started.connected(() => undefined);
}
