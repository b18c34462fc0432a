// Going through all pages of what takes long: what came so far is shown after each, and it can be stopped between two.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../../../api/client.ts';

interface Paged {
  cursor?: string | undefined;
}

export interface Going<P> {
  /** What came so far; undefined before it was begun. */
  pages: readonly P[] | undefined;
  state: 'still' | 'running' | 'over';
  problem: ApiProblem | undefined;
  start(): Promise<void>;
  stop(): void;
}

type State<P> = Pick<Going<P>, 'pages' | 'state' | 'problem'>;

const STILL = { pages: undefined, state: 'still', problem: undefined } as const;

/** `read` gives a page, the first without a cursor. `onEnd` is told all pages, unless it was stopped before. */
export function usePages<P extends Paged>(
  read: (cursor?: string) => Promise<P>,
  onEnd?: (pages: readonly P[]) => void,
): Going<P> {
  const [state, setState] = useState<State<P>>(STILL);
  const run = useRef(0);
  const stop = () => {
    run.current += 1;
    setState(STILL);
  };
  useEffect(() => stop, []);
  const start = async () => {
    run.current += 1;
    const mine = run.current;
    const pages: P[] = [];
    const tell = (change: Partial<State<P>>) => setState({ ...STILL, pages: [...pages], ...change });
    tell({ state: 'running' });
    const going = throughPages(read, (page) => {
      if (mine !== run.current) return false;
      pages.push(page);
      tell({ state: 'running' });
      return true;
    });
    await going.then(
      (isOver) => {
        if (!isOver) return;
        tell({ state: 'over' });
        onEnd?.(pages);
      },
      (problem: ApiProblem) => {
        if (mine === run.current) tell({ problem });
      },
    );
  };
  return { ...state, start, stop };
}

/** Reads every page. True when it came to the end, false when `onPage` said that this is enough. Throws ApiProblem. */
export async function throughPages<P extends Paged>(
  read: (cursor?: string) => Promise<P>,
  onPage: (page: P) => boolean,
): Promise<boolean> {
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: P = await read(cursor === '' ? undefined : cursor);
    if (!onPage(page)) return false;
    cursor = page.cursor;
  }
  return true;
}
