// All questions on this device: what is there, and fetching what is not.
import { useEffect, useState } from 'preact/hooks';
import { sizeOf } from '../../shell/bank.ts';
import { useShell } from '../../shell/shell.tsx';
import { fetchAll, holdsAll } from './offline-packs.ts';

type Progress = { state: 'idle' | 'done' | 'failed' } | { state: 'loading'; done: number; of: number };

export function OfflineCard() {
  const { words, bank } = useShell();
  const { progress, start } = useDownload();
  return (
    <section class="card" aria-labelledby="offline">
      <h2 id="offline">{words.me.offline}</h2>
      <p class="soft small">{words.me.offlineHint}</p>
      {progress.state === 'loading' && (
        <progress class="wide" max={progress.of} value={progress.done} aria-labelledby="offline" />
      )}
      <p role="status" class={progress.state === 'failed' ? 'notice trouble' : undefined}>
        {progress.state === 'loading' && words.me.downloading(progress.done, progress.of)}
        {progress.state === 'done' && `✓ ${words.me.downloaded(sizeOf(bank.catalogue))}`}
        {progress.state === 'failed' && words.me.downloadFailed}
      </p>
      {progress.state !== 'done' && (
        <button type="button" class="button plain wide" aria-disabled={progress.state === 'loading'} onClick={start}>
          {progress.state === 'failed' ? words.retry : words.me.download}
        </button>
      )}
    </section>
  );
}

function useDownload() {
  const { bank } = useShell();
  const [progress, setProgress] = useState<Progress>({ state: 'idle' });
  useEffect(() => {
    void holdsAll(bank).then(
      (isWhole) => isWhole && setProgress({ state: 'done' }),
      // A browser that does not let its cache be read offers the download all the same.
      () => undefined,
    );
  }, [bank]);
  const start = () => {
    if (progress.state === 'loading') return;
    setProgress({ state: 'loading', done: 0, of: 1 });
    void fetchAll(bank, (done, of) => setProgress({ state: 'loading', done, of })).then(
      () => setProgress({ state: 'done' }),
      () => setProgress({ state: 'failed' }),
    );
  };
  return { progress, start };
}
