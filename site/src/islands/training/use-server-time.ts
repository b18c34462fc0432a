// The server's time as it goes on: what an answer said, and what this device's clock has counted since. A clock that is off does no harm.
import { useEffect, useState } from 'preact/hooks';
import { type Instant, instantOf, msOf } from '../../../../functions/domain/time.ts';
import { useTraining } from './training.tsx';

const EVERY_MS = 20_000;

/** The server's time now; the island is drawn anew three times a minute. */
export function useServerTime(told: Instant): Instant {
  const { now } = useTraining();
  const [heard, setHeard] = useState({ told, at: now() });
  if (heard.told !== told) setHeard({ told, at: now() });
  const [, draw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => draw((n) => n + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return instantOf(msOf(told) + Math.max(0, msOf(now()) - msOf(heard.at)));
}
