// The state of syncing as an island sees it: drawn anew whenever it changes.
import { useEffect, useState } from 'preact/hooks';
import type { SyncStatus } from '../../journal/start-sync.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';

/** Until there is a connection: a guest needs none, and a signed-in person's is on its way. */
export function useSyncStatus(): SyncStatus {
  const { sync } = useShell();
  const { profile } = useJournal();
  const [status, setStatus] = useState(sync?.status);
  useEffect(() => {
    setStatus(sync?.status);
    return sync?.subscribe(() => setStatus(sync.status));
  }, [sync]);
  return status ?? { state: profile === 'guest' ? 'guest' : 'syncing', pending: 0, refused: 0 };
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
