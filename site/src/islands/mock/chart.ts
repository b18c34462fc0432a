// The history of mock papers as points of a drawing: time goes right by attempts, percents upwards. Pure.
import type { Instant } from '../../../../functions/domain/time.ts';
import { shareOf } from './figures.ts';
import type { Past } from './wire.ts';

/** The drawing's own units; it is stretched to the width there is. */
export const WIDTH = 100;
export const HEIGHT = 100;

export interface Dot {
  attempt: string;
  at: Instant;
  x: number;
  y: number;
  share: number;
  offline: boolean;
}

/** Attempts with a mark, the oldest first, at most so many of the latest. */
export function dotsOf(attempts: readonly Past[], most: number): Dot[] {
  const marked = attempts
    .filter(({ state, marking }) => state !== 'open' && state !== 'voided' && marking === 'done')
    .flatMap(({ attempt, startedAt, offline, earned, possible }) =>
      earned === undefined || possible === undefined
        ? []
        : [{ attempt, at: startedAt, offline, share: shareOf({ earned, possible }) }],
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .slice(-most);
  const step = WIDTH / Math.max(1, marked.length);
  return marked.map((one, i) => ({ ...one, x: step * (i + 0.5), y: HEIGHT - one.share }));
}
