// Claiming a record: first everything practised here goes to the server, for afterwards one is another person; then one signs in again.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import type { SyncStatus } from '../../journal/start-sync.ts';
import { Notice } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import type { Words } from '../../words/zh.ts';
import type { ProfileWords } from '../../words/zh-profile.ts';
import { useProfileWords } from '../profile/use-words.ts';
import { AcceptPart, type AcceptProps, useTry } from './accept.tsx';

export function AcceptClaim({ code, call, onDone, onOther }: AcceptProps<Answer<'acceptClaim'>>) {
  const { words, sync, session, page } = useShell();
  const t = useProfileWords();
  const [unsynced, setUnsynced] = useState<SyncStatus | undefined>();
  const accept = async () => {
    setUnsynced(undefined);
    const status = await sync?.flush();
    if (status?.state !== 'synced') {
      setUnsynced(status);
      return undefined;
    }
    const answer = await call('acceptClaim', { body: { code } });
    await session?.handOver();
    return answer;
  };
  const { run, isBusy, problem } = useTry(accept, onDone);
  const label = unsynced ? t.code.claim.again : t.code.claim.accept;
  return (
    <AcceptPart label={label} isBusy={isBusy} problem={problem} onAccept={run} onOther={onOther}>
      <p class="small soft">{t.code.claim.otherDevices}</p>
      <p role="status">{isBusy && t.code.claim.syncing}</p>
      {unsynced && (
        <Notice trouble>
          <p>{unsyncedText(unsynced, { words, t })}</p>
          <a href={page('/me/')}>{words.titles.me}</a>
        </Notice>
      )}
    </AcceptPart>
  );
}

/** Why the record cannot be claimed yet. */
function unsyncedText(
  { state, pending, refused }: SyncStatus,
  { words, t }: { words: Words; t: ProfileWords },
): string {
  if (state === 'other-person' || state === 'signed-out') return words.me.syncStates[state];
  return refused > 0 && pending === 0 ? t.code.claim.stuck : t.code.claim.unsent(pending);
}
