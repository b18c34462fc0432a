// The sending of rows as a page sees it: how far it is, what came of each line, and stopping and going on.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PeopleRow } from '../../../../../functions/domain/imports/row-rules.ts';
import type { ApiProblem } from '../../../api/client.ts';
import { useStaff } from '../../../shell/staff.tsx';
import type { Line } from './plan.ts';
import { sendSlice, slicesOf } from './send.ts';

export interface Sent<L = Line> {
  /** What came of the lines so far. */
  lines: readonly L[];
  total: number;
  state: 'running' | 'stopped' | 'done';
  /** Why it stopped, when nobody stopped it. */
  problem: ApiProblem | undefined;
  pause(): void;
  resume(): void;
}

/** Begins at once; ends with the page. */
export function useSending(rows: readonly PeopleRow[], { unit, dry }: { unit: string; dry: boolean }): Sent {
  const { call, today } = useStaff();
  const slices = useMemo(() => slicesOf(rows), [rows]);
  return useSlices(slices, (slice) => sendSlice({ call, unit, day: today, dry, wait }, slice));
}

/** Sends slices of rows one after the other; `send` answers a line for each row, and sent twice has no second effect. */
export function useSlices<R, L>(slices: readonly R[][], send: (slice: R[]) => Promise<L[]>): Sent<L> {
  const [lines, setLines] = useState<readonly L[]>([]);
  const [isStopped, setStopped] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  /** Where the sending is. What is under way when it is stopped still comes back and is counted. */
  const at = useRef({ slice: 0, isRunning: false, isWanted: true });

  const run = async () => {
    const self = at.current;
    self.isWanted = true;
    setStopped(false);
    setProblem(undefined);
    if (self.isRunning) return;
    self.isRunning = true;
    try {
      for (let slice = slices[self.slice]; slice !== undefined && self.isWanted; slice = slices[self.slice]) {
        const answer = await send(slice);
        self.slice += 1;
        setLines((old) => [...old, ...answer]);
      }
    } catch (error) {
      setProblem(error as ApiProblem);
      setStopped(true);
    } finally {
      self.isRunning = false;
    }
  };
  const pause = () => {
    at.current.isWanted = false;
    setStopped(true);
  };
  useEffect(() => {
    void run();
    return pause;
  }, []);
  const total = slices.reduce((sum, slice) => sum + slice.length, 0);
  const isDone = lines.length === total;
  return {
    lines,
    total,
    state: isDone ? 'done' : isStopped ? 'stopped' : 'running',
    problem,
    pause,
    resume: () => void run(),
  };
}

export function wait(ms: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
