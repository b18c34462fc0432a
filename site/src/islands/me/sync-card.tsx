// How far the record has reached the account, and what can be done when it has not.
import { useState } from 'preact/hooks';
import type { Sync, SyncStatus } from '../../journal/start-sync.ts';
import { type Shell, useShell } from '../../shell/shell.tsx';
import { SignInLink } from './account-card.tsx';
import { momentText } from './moment.ts';
import { useSyncStatus } from './use-sync.ts';

export function SyncCard() {
  const { words, sync, session } = useShell();
  const status = useSyncStatus();
  // Where nothing is kept, nothing is synced.
  if (session === undefined) return null;
  return (
    <section class="card" aria-labelledby="sync">
      <h2 id="sync">{words.me.sync}</h2>
      <div role="status">
        <p>
          <span aria-hidden="true">{SIGNS[status.state]}</span> {words.me.syncStates[status.state]}
        </p>
        {status.state !== 'guest' && status.pending > 0 && <p class="soft small">{words.me.pending(status.pending)}</p>}
        {reasonOf(status, words) !== undefined && <p class="small">{reasonOf(status, words)}</p>}
      </div>
      {status.lastSyncedAt !== undefined && (
        <p class="soft small">{words.me.lastSynced(momentText(status.lastSyncedAt, words))}</p>
      )}
      {sync !== undefined && <WhatToDo sync={sync} status={status} />}
      {sync !== undefined && <Refused sync={sync} count={status.refused} />}
    </section>
  );
}

const SIGNS: Record<SyncStatus['state'], string> = {
  guest: '',
  synced: '✓',
  pending: '…',
  syncing: '↻',
  offline: '⚠',
  'signed-out': '⚠',
  'other-person': '⚠',
  stuck: '⚠',
};

/** Why the last round failed, where the state does not say it already. */
function reasonOf({ state, code }: SyncStatus, words: Shell['words']): string | undefined {
  return code !== undefined && (state === 'pending' || state === 'stuck') ? words.problems[code] : undefined;
}

function WhatToDo({ sync, status }: { sync: Sync; status: SyncStatus }) {
  const { words, session } = useShell();
  if (status.state === 'guest') return null;
  if (status.state === 'signed-out') return <SignInLink />;
  if (status.state === 'other-person') {
    return <Press text={words.me.otherPerson} run={async () => void (await session?.whoAmI())} />;
  }
  return <Press text={words.me.syncNow} run={() => sync.flush()} isBusy={status.state === 'syncing'} />;
}

function Refused({ sync, count }: { sync: Sync; count: number }) {
  const { words } = useShell();
  if (count === 0) return null;
  return (
    <div class="notice stack-tight">
      <p>{words.me.refused(count)}</p>
      <Press text={words.retry} run={() => sync.retryRefused()} />
    </div>
  );
}

/** A button whose work takes a while: it stays in its place, says so, and is not pressed twice. */
function Press({ text, run, isBusy = false }: { text: string; run: () => Promise<unknown>; isBusy?: boolean }) {
  const [isRunning, setRunning] = useState(false);
  const isOff = isBusy || isRunning;
  const press = () => {
    if (isOff) return;
    setRunning(true);
    // How it ended stands in the status above.
    void run()
      .catch(() => undefined)
      .finally(() => setRunning(false));
  };
  return (
    <button type="button" class="button plain wide" aria-disabled={isOff} onClick={press}>
      {text}
    </button>
  );
}
