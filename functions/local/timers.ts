// Starts what timers start on AWS, again and again until the launcher ends.
import type { Timed } from './apps.ts';

/** On one machine nobody waits a minute for a mail. */
const EVERY_MS = 2_000;

/** Runs each of them, one run after the other with a pause between; `warn` is told of a run that fails. Stopped, it waits for the run under way. */
export function startTimers(
  timed: readonly Timed[],
  warn: (line: string) => void,
  everyMs = EVERY_MS,
): () => Promise<void> {
  const stops = timed.map((one) => startTimer(one, warn, everyMs));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function startTimer({ name, run }: Timed, warn: (line: string) => void, everyMs: number): () => Promise<unknown> {
  let timer: NodeJS.Timeout;
  let stopped = false;
  let turn: Promise<unknown> = Promise.resolve();
  const next = () => {
    turn = Promise.resolve()
      .then(run)
      // The name of the fault alone: its message may quote what it choked on.
      .catch((error: unknown) => warn(`${name} failed: ${error instanceof Error ? error.name : 'not an error'}`))
      .finally(() => {
        if (!stopped) timer = setTimeout(next, everyMs);
      });
  };
  timer = setTimeout(next, everyMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
    return turn;
  };
}
