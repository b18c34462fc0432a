// The server's time between its answers, counted by a clock that only goes forward. The wall clock is looked at for one thing alone: that the device
// has slept. Then the forward clock may have stood still, and the larger of the two counts, until the server says what time it is.

/** The device's two clocks at one moment, in milliseconds: the one that only goes forward, and the one on the wall. */
export interface Reading {
  monoMs: number;
  wallMs: number;
}

export interface ServerClock {
  /** The server's time, in milliseconds since 1970. */
  ms(): number;
  /** Whether the clocks disagreed since the server last told the time. */
  readonly isDoubtful: boolean;
  /** What the server told: its `now`, and the device's clocks when it was asked. */
  hear(serverMs: number, asked: Reading): void;
}

/** Wall and forward clock may differ by so much between two looks; more means sleep, or a clock that was set. */
const JUMP_MS = 1_000;

/** Beside half the journey, for what a machine takes to hand an answer on. */
const SLACK_MS = 50;

interface Start {
  serverMs: number;
  /** The wall clock when that was the server's time; missing for right now. */
  wallMs?: number;
}

/**
 * A clock that begins where it was last left. `limitMs` is the end of all that counts: a jump past it is not followed unheard. Whoever slept so long
 * gains nothing by that, for the server takes nothing any more; and whose wall clock was set loses nothing.
 */
export function serverClock(read: () => Reading, { serverMs, wallMs }: Start, limitMs: () => number): ServerClock {
  let last = read();
  let ms = serverMs;
  let tripMs = Number.POSITIVE_INFINITY;
  let isDoubtful = false;

  function look(): void {
    const now = read();
    const [mono, wall] = stepsOf(last, now);
    last = now;
    const slept = wall - mono > JUMP_MS;
    if (Math.abs(wall - mono) > JUMP_MS) isDoubtful = true;
    ms += slept && ms + wall <= limitMs() ? wall : mono;
  }

  // Nothing but the wall clock knows how long the page was closed.
  if (wallMs !== undefined) {
    const closedMs = Math.max(0, last.wallMs - wallMs);
    ms += ms + closedMs <= limitMs() ? closedMs : 0;
    isDoubtful = true;
  }
  return {
    ms() {
      look();
      return ms;
    },
    get isDoubtful() {
      return isDoubtful;
    },
    hear(told, asked) {
      look();
      const [mono, wall] = stepsOf(asked, last);
      if (Math.abs(wall - mono) > JUMP_MS) {
        // Slept, or set, on the way: how long the journey was is not known, only that it is later than what was told. The next answer says.
        [ms, isDoubtful] = [Math.max(ms, told), true];
        return;
      }
      const trip = Math.max(mono, wall);
      const heard = told + trip / 2;
      const isFar = Math.abs(heard - ms) > (trip + tripMs) / 2 + SLACK_MS;
      // Of two answers that agree, the one with the shorter journey is nearer to the truth.
      if (trip > tripMs && !isDoubtful && !isFar) return;
      [ms, tripMs, isDoubtful] = [heard, trip, false];
    },
  };
}

function stepsOf(from: Reading, to: Reading): [mono: number, wall: number] {
  return [Math.max(0, to.monoMs - from.monoMs), to.wallMs - from.wallMs];
}
