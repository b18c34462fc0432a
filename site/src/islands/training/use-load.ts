// Something from the server, asked for when the island opens and whenever what it depends on changes.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../../api/client.ts';

export type Loaded<A> = { state: 'loading' } | { state: 'ready'; answer: A } | { state: 'failed'; problem: ApiProblem };

/** `of` names what is asked for: another name is another question, and the last answer gives way to `loading`. */
export function useLoad<A>(of: string, ask: () => Promise<A>): Loaded<A> & { again(): void } {
  const [held, setHeld] = useState<{ of: string; loaded: Loaded<A> }>({ of, loaded: { state: 'loading' } });
  const [round, setRound] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let isLeft = false;
    const set = (loaded: Loaded<A>) => isLeft || setHeld({ of, loaded });
    latest.current().then(
      (answer) => set({ state: 'ready', answer }),
      (problem: ApiProblem) => set({ state: 'failed', problem }),
    );
    return () => {
      isLeft = true;
    };
  }, [of, round]);
  const loaded: Loaded<A> = held.of === of ? held.loaded : { state: 'loading' };
  return { ...loaded, again: () => setRound((n) => n + 1) };
}
