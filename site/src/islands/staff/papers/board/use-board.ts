// The board read again and again, page by page, while somebody looks: a hidden tab rests, a failure keeps what was shown, and the server's time goes on
// by a clock that no setting moves.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Instant, instantOf, msOf } from '../../../../../../functions/domain/time.ts';
import type { ApiProblem } from '../../../../api/client.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { allPages } from '../../training/all-pages.ts';
import { type BoardRow, onceEach } from './rows.ts';

interface Read {
  rows: BoardRow[];
  questions: number;
  /** The server's time of the answer, and when it came by this page's own clock. */
  told: Instant;
  at: number;
}

/** Seconds between two readings: a large group takes several requests each time. */
function everySeconds(people: number): number {
  return people > 100 ? 30 : 15;
}

const TICK_MS = 5_000;

/** `isOver`: nobody sits it any more, and nothing changes by itself. */
export function useBoard(paper: string, isOver: boolean) {
  const { call, device } = useStaff();
  const [read, setRead] = useState<Read | undefined>();
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [isPaused, setPaused] = useState(isOver);
  const [, draw] = useState(0);
  const isBusy = useRef(false);
  const isGone = useRef(false);
  const load = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    await allPages((query) => call('watchPaper', { params: { paper }, query })).then(
      (pages) => {
        if (isGone.current) return;
        const last = pages.at(-1) ?? pages[0];
        const rows = onceEach(pages.flatMap((page) => page.rows));
        setRead({ rows, questions: pages[0].questions, told: last.now, at: device.clockMs() });
        setProblem(undefined);
      },
      (failed: ApiProblem) => {
        if (!isGone.current) setProblem(failed);
      },
    );
    isBusy.current = false;
  };
  const every = everySeconds(read?.rows.length ?? 0);
  useEffect(() => {
    void load();
    return () => {
      isGone.current = true;
    };
  }, []);
  useEffect(() => {
    if (isPaused) return;
    const again = () => {
      if (document.visibilityState === 'visible') void load();
    };
    const timer = setInterval(again, every * 1000);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [isPaused, every]);
  useEffect(() => {
    const timer = setInterval(() => draw((n) => n + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const now = read && instantOf(msOf(read.told) + Math.max(0, device.clockMs() - read.at));
  return { read, now, problem, every, isPaused, setPaused, load };
}
