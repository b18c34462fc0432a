// The state of syncing as an island sees it: drawn anew whenever it changes.
import { useEffect, useState } from 'preact/hooks';
import type { SyncStatus } from '../../journal/start-sync.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';

/** Undefined where nothing is kept: then nothing is synced. */
export function useSyncStatus(): SyncStatus | undefined {
  const { sync } = useShell();
  const [status, setStatus] = useState(sync?.status);
  useEffect(() => {
    setStatus(sync?.status);
    return sync?.subscribe(() => setStatus(sync.status));
  }, [sync]);
  return status;
}

/** How many entries the server has not acknowledged; all of a guest's. */
export function usePending(): number {
  const journal = useJournal();
  const [pending, setPending] = useState(0);
  useEffect(() => {
    let isLeft = false;
    const read = () =>
      void journal.pending().then(
        (count) => isLeft || setPending(count),
        // A database that a newer page has taken tells nothing; the journal itself says so.
        () => undefined,
      );
    read();
    const stop = journal.subscribe(read);
    return () => {
      isLeft = true;
      stop();
    };
  }, [journal]);
  return pending;
}
