// Starts the exam page: who sits, as this browser remembers, and nothing else of the site that could stand in the way.
import { render } from 'preact';
import { client } from '../../api/client.ts';
import { examEnv } from '../../exam/env.ts';
import { GUEST } from '../../journal/db.ts';
import { browserEnv } from '../../journal/env.ts';
import { loginPath } from '../../journal/login-path.ts';
import { startJournal } from '../../journal/start.ts';
import { toaster } from '../../shell/toast.ts';
import { watchForUpdate } from '../../shell/update.ts';
import { en } from '../../words/en.ts';
import { examEn } from '../../words/en-exam.ts';
import { type Lang, pageIn } from '../../words/lang.ts';
import { zh } from '../../words/zh.ts';
import { examZh } from '../../words/zh-exam.ts';
import { ExamPage } from './exam-page.tsx';
import { ExamShellProvider } from './exam-shell.tsx';

/** A request of an exam is short: whoever does not answer in this time is asked again. */
const TIMEOUT_MS = 8_000;
const SIGN_IN_MS = 5_000;

export async function bootExam(): Promise<void> {
  const root = document.getElementById('island');
  if (root === null) throw new Error('the page has no island');
  const env = browserEnv();
  const send = fetch.bind(globalThis);
  const lang: Lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  const said = lang === 'zh' ? { words: zh, t: examZh } : { words: en, t: examEn };
  const page = (path: string) => pageIn(lang, path);
  const attempt = new URLSearchParams(location.search).get('attempt') ?? '';
  const toast = toaster(said.t.close);
  const common = {
    ...{ lang, ...said, page, attempt, toast, env: examEnv(env), call: client(send, TIMEOUT_MS) },
    loginAddress: loginPath(page(`/mock/sit/?attempt=${attempt}`)),
  };
  const draw = (person: string | undefined) =>
    render(
      <ExamShellProvider value={person === undefined ? common : { ...common, person }}>
        <ExamPage key={person} />
      </ExamShellProvider>,
      root,
    );
  const { journal, connected } = await startJournal(env, send);
  const isBack = new URL(location.href).searchParams.has('signed-in');
  // A browser that keeps nothing remembers nobody: the server says whether somebody is signed in.
  const person = () => (journal.kept && journal.profile === GUEST ? undefined : journal.profile);
  // Whoever comes back from signing in is known in a moment; a network that fails just then must not hold the paper up.
  if (isBack && journal.kept) {
    await new Promise<void>((resolve) => {
      env.after(SIGN_IN_MS, resolve);
      connected(() => resolve());
    });
  }
  draw(person());
  journal.subscribe(() => draw(person()));
  root.dataset.ready = '';
  watchForUpdate(said.words, toast);
}
