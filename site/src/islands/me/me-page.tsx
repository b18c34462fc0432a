// Me: the account and what of the record it holds, and how this device shows and keeps things.
import { useEffect, useState } from 'preact/hooks';
import type { ApiCode } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { StreakSetting } from '../book/streak-setting.tsx';
import { AboutCard } from './about-card.tsx';
import { AccountCard } from './account-card.tsx';
import { DisplayCard } from './display-card.tsx';
import { OfflineCard } from './offline-card.tsx';
import { SyncCard } from './sync-card.tsx';

export function MePage() {
  const { words } = useShell();
  const { state } = useJournal();
  return (
    <div class="stack">
      <h1>{words.titles.me}</h1>
      <AddressProblem />
      <div class="me-panes">
        <div class="stack">
          <AccountCard />
          <SyncCard />
          <OfflineCard />
        </div>
        <div class="stack">
          <DisplayCard />
          <section class="card">
            <h2>{words.me.study}</h2>
            <StreakSetting />
            <p class="small soft">{words.book.leaves(state.streak)}</p>
          </section>
          <AboutCard />
        </div>
      </div>
    </div>
  );
}

/** Why a sign-in failed, as the server's redirect names it. Said once: a reload does not say it again. */
function AddressProblem() {
  const { words } = useShell();
  const [code] = useState(() => new URLSearchParams(location.search).get('problem'));
  useEffect(() => {
    const url = new URL(location.href);
    url.searchParams.delete('problem');
    if (code !== null) history.replaceState(history.state, '', url);
  }, [code]);
  if (code === null) return null;
  const known = Object.hasOwn(words.problems, code) ? (code as ApiCode) : 'sign_in_failed';
  return <Notice trouble>{words.problems[known]}</Notice>;
}
