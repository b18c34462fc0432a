// The marks of a session, read again every few seconds: only what came since.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../../../api/client.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { type Mark, withFresh } from './live-marks.ts';

const EVERY_MS = 5000;

export interface LiveMarks {
  marks: readonly Mark[];
  counts: Answer<'listMarks'>['counts'] | undefined;
  /** What those are called who made marks for others. */
  names: Answer<'listMarks'>['names'];
  problem: ApiProblem | undefined;
  isLoading: boolean;
  reload(): Promise<void>;
}

/** `isLive`: whether it is read again by itself. */
export function useMarks(session: string, isLive: boolean): LiveMarks {
  const { call } = useStaff();
  const [state, setState] = useState<Omit<LiveMarks, 'reload'>>(NONE);
  const cursor = useRef<string | undefined>(undefined);
  const turn = useRef(0);
  const reload = async () => {
    const mine = turn.current;
    const since = cursor.current;
    try {
      const answer = await call('listMarks', { params: { session }, query: since === undefined ? {} : { since } });
      if (mine !== turn.current) return;
      cursor.current = answer.cursor;
      setState(({ marks, names }) => ({
        marks: withFresh(marks, answer.marks),
        names: { ...names, ...answer.names },
        ...{ counts: answer.counts, problem: undefined, isLoading: false },
      }));
    } catch (error) {
      if (mine === turn.current) setState((old) => ({ ...old, problem: error as ApiProblem, isLoading: false }));
    }
  };
  useEffect(() => {
    turn.current += 1;
    cursor.current = undefined;
    setState(NONE);
    void reload();
    if (!isLive) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload();
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      turn.current += 1;
    };
  }, [session, isLive]);
  return { ...state, reload };
}

const NONE: Omit<LiveMarks, 'reload'> = {
  marks: [],
  names: {},
  counts: undefined,
  problem: undefined,
  isLoading: true,
};
