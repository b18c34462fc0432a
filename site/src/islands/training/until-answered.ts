// Sending until the server has answered: what was lost is asked again, in the same words, and the server counts it once.
import { ApiProblem } from '../../api/client.ts';

/** Failures after which nobody knows whether the server heard: the same request again is the only way to find out. */
const UNANSWERED: readonly string[] = ['offline', 'busy', 'internal'];

/** Milliseconds between tries; after the last one the caller says that it could not be sent. */
const PAUSES = [800, 1_600, 3_000, 5_000, 8_000, 8_000];

export interface Trying {
  /** Waits; sooner when the network comes back. */
  wait(ms: number): Promise<void>;
  /** Hears of every try after the first, counted from 2. */
  tell(nth: number): void;
  pauses?: readonly number[];
}

export function isUnanswered(error: unknown): boolean {
  return error instanceof ApiProblem && UNANSWERED.includes(error.code);
}

/** What `send` answers. Throws ApiProblem: the server's no at once, an unanswered one after the last try. */
export async function untilAnswered<A>(send: () => Promise<A>, { wait, tell, pauses = PAUSES }: Trying): Promise<A> {
  for (let nth = 0; ; nth += 1) {
    if (nth > 0) tell(nth + 1);
    try {
      return await send();
    } catch (error) {
      const pause = pauses[nth];
      if (!isUnanswered(error) || pause === undefined) throw error;
      await wait(pause);
    }
  }
}

/** Waits for a while, or until the browser says that there is a network again. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
}
