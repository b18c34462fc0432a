// The account: signing in, and signing out after saying what that does to this device.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { usePending } from './use-sync.ts';

export function AccountCard() {
  const { words } = useShell();
  const { profile } = useJournal();
  return (
    <section class="card" aria-labelledby="account">
      <h2 id="account">{words.me.account}</h2>
      {profile === 'guest' ? <Guest /> : <Person />}
    </section>
  );
}

function Guest() {
  const { words } = useShell();
  return (
    <>
      <p>{words.me.guest}</p>
      <p class="soft small">{words.me.guestHint}</p>
      <SignInLink />
    </>
  );
}

/** Signs in and comes back to `to`. Missing where nothing is kept. */
export function SignInLink({ to = '/me/' }: { to?: string }) {
  const { words, session, page } = useShell();
  if (session === undefined) return null;
  return (
    <a class="button wide" href={session.loginAddress(page(to))}>
      {words.me.signIn}
    </a>
  );
}

function Person() {
  const { words, page } = useShell();
  const { name } = useJournal();
  const [isAsked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    setAsked(false);
    // The button stands there again after the next drawing.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <>
      <p>{words.me.signedInAs(name ?? '')}</p>
      <div>
        <a class="button plain wide" href={page('/profile/')}>
          {words.titles.profile}
        </a>
        <p class="soft small">{words.me.profileHint}</p>
      </div>
      <div>
        <a class="button plain wide" href={page('/staff/')}>
          {words.titles.staff}
        </a>
        <p class="soft small">{words.me.staffHint}</p>
      </div>
      {isAsked ? (
        <ConfirmSignOut onCancel={cancel} />
      ) : (
        <button type="button" class="button plain wide" ref={opener} onClick={() => setAsked(true)}>
          {words.me.signOut}
        </button>
      )}
    </>
  );
}

function ConfirmSignOut({ onCancel }: { onCancel: () => void }) {
  const { words } = useShell();
  const pending = usePending();
  const { leave, isOff, problem } = useSignOut();
  const text = useRef<HTMLElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <section class="stack-tight confirm" ref={text} tabindex={-1} aria-label={words.me.signOut}>
      <p>{words.me.signOutHint}</p>
      {pending > 0 && <p>{words.me.signOutPending(pending)}</p>}
      {problem !== undefined && (
        <Notice trouble>{problem === 'offline' ? words.me.signOutOffline : words.problems[problem]}</Notice>
      )}
      <div class="row">
        <button type="button" class="button danger" aria-disabled={isOff} onClick={leave}>
          {words.me.confirmSignOut}
        </button>
        <button type="button" class="button plain" onClick={onCancel}>
          {words.drill.cancel}
        </button>
      </div>
    </section>
  );
}

function useSignOut() {
  const { session, sync, toast, words } = useShell();
  // Until the connection is there, nothing can be sent and no session ended.
  const isReady = session !== undefined && sync !== undefined;
  const [isLeaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem['code'] | undefined>();
  const leave = async () => {
    if (!isReady || isLeaving) return;
    setLeaving(true);
    setProblem(undefined);
    try {
      const { next } = await session.signOut();
      // Where the provider has a session of its own, it ends there; otherwise this page goes on as a guest's.
      if (next === null) toast(words.me.signedOut);
      else location.assign(next);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'internal');
      setLeaving(false);
    }
  };
  return { leave: () => void leave(), isOff: !isReady || isLeaving, problem };
}
