// Starts a staff page: no bank, no journal. Asks who one is; whoever is not signed in, or has no role, is told what to do about it.
import { type ComponentType, render } from 'preact';
import type { Answer } from '../../../functions/contract/index.ts';
import { staffRoutes } from '../../../functions/contract/staff/routes.ts';
import { know, type Routes } from '../api/addresses.ts';
import { type ApiProblem, type Call, client } from '../api/client.ts';
import { knownPart } from '../islands/staff/route.ts';
import { browserEnv, device } from '../journal/env.ts';
import { loginPath } from '../journal/login-path.ts';
import { startJournal } from '../journal/start.ts';
import { en } from '../words/en.ts';
import { staffEn } from '../words/en-staff.ts';
import { type Lang, pageIn } from '../words/lang.ts';
import { zh } from '../words/zh.ts';
import { staffZh } from '../words/zh-staff.ts';
import { Notice } from './parts.tsx';
import { actorOf, type Staff, StaffProvider } from './staff.tsx';
import { toaster } from './toast.ts';
import { watchForUpdate } from './update.ts';

const SIGNED_IN = 'signed-in';

/** Draws `Island` in the page's `#island` for staff, and a sentence for everybody else. `routes`: what it calls beyond what all staff pages do. */
export async function bootStaff(Island: ComponentType, routes: Routes = {}): Promise<void> {
  know({ ...staffRoutes, ...routes });
  const root = document.getElementById('island');
  if (root === null) throw new Error('the page has no island');
  const lang: Lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  const page = (path: string) => pageIn(lang, path);
  const said = lang === 'zh' ? { words: zh, t: staffZh } : { words: en, t: staffEn };
  const wire = { call: client(fetch.bind(globalThis)), device: device() };
  const common = { lang, ...said, page, ...wire, toast: toaster(said.words.drill.close) };
  // First: whoever comes back from signing in finds their practice claimed, as on every other page.
  finishSignIn();
  render(await opened(common, Island), root);
  root.dataset.ready = '';
  watchForUpdate(said.words, common.toast);
}

type Common = Omit<Staff, 'me' | 'actor' | 'today'>;

async function opened(common: Common, Island: ComponentType) {
  const me = await whoAmI(common.call);
  if ('code' in me) return <Closed common={common} problem={me} />;
  if (me.grants.length === 0) return <NoRole common={common} />;
  return (
    <StaffProvider value={{ ...common, me, actor: actorOf(me), today: me.day }}>
      <Island />
    </StaffProvider>
  );
}

/** The client throws nothing but problems. */
async function whoAmI(call: Call): Promise<Answer<'staffMe'> | ApiProblem> {
  return call('staffMe', {}).catch((problem: ApiProblem) => problem);
}

function Closed({ common: { words, t }, problem }: { common: Common; problem: ApiProblem }) {
  const isGuest = problem.code === 'not_signed_in' || problem.code === 'session_expired';
  return (
    <div class="stack">
      <h1>{words.titles.staff}</h1>
      <Notice trouble={!isGuest}>
        {isGuest ? t.gate.signIn : (t.problems[problem.code] ?? words.problems[problem.code])}
      </Notice>
      <div>
        {isGuest ? (
          <a class="button" href={loginPath(location.pathname + knownPart(location.search))}>
            {words.me.signIn}
          </a>
        ) : (
          <button type="button" class="button" onClick={() => location.reload()}>
            {words.retry}
          </button>
        )}
      </div>
    </div>
  );
}

function NoRole({ common: { words, t, page } }: { common: Common }) {
  return (
    <div class="stack">
      <h1>{words.titles.staff}</h1>
      <Notice>{t.gate.noRole}</Notice>
      <div>
        <a class="button plain" href={page('/me/')}>
          {words.titles.me}
        </a>
      </div>
    </div>
  );
}

/** A sign-in that ends here: the journal opens once, so that what a guest practised becomes theirs, and the address is cleaned. */
function finishSignIn(): void {
  const env = browserEnv();
  const { href } = env.page;
  if (!new URL(href).searchParams.has(SIGNED_IN)) return;
  // By then one may be on another staff page: only the mark is taken off, the rest stays.
  const replace = () => {
    const url = new URL(location.href);
    url.searchParams.delete(SIGNED_IN);
    history.replaceState(history.state, '', url);
  };
  startJournal({ ...env, page: { href, replace } }, fetch.bind(globalThis)).then(
    ({ connected }) => connected(() => undefined),
    // Without a journal there is nothing to claim.
    () => undefined,
  );
}
