// Something read from the wire: what came last stays while it is read again, and an answer that is out of date is dropped.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../../api/client.ts';

export interface Loaded<T> {
  value: T | undefined;
  problem: ApiProblem | undefined;
  isLoading: boolean;
  /** Reads it again; resolves when it is there, or is known not to be. */
  reload(): Promise<void>;
}

interface State<T> {
  key: string;
  value?: T;
  problem?: ApiProblem;
  isLoading: boolean;
}

/** Loads by a key: another key is another thing, and nothing of the old one is shown under it. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<State<T>>({ key, isLoading: true });
  const turn = useRef(0);
  const reload = async () => {
    turn.current += 1;
    const mine = turn.current;
    const settle = (next: Partial<State<T>>) => {
      if (mine === turn.current) setState((old) => ({ ...kept(old, key), ...next, isLoading: false }));
    };
    setState((old) => ({ ...kept(old, key), isLoading: true }));
    // The client throws nothing but problems.
    await load().then(
      (value) => settle({ value }),
      (problem: ApiProblem) => settle({ problem }),
    );
  };
  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [key]);
  const shown = state.key === key ? state : { key, isLoading: true };
  return { value: shown.value, problem: shown.problem, isLoading: shown.isLoading, reload };
}

/** What of a state may be shown while the same thing is read again: all but its problem. */
function kept<T>(old: State<T>, key: string): State<T> {
  return old.key === key && old.value !== undefined
    ? { key, value: old.value, isLoading: true }
    : { key, isLoading: true };
}
