// The codes of a door, always some ahead. Time is the server's, carried on by a clock that nobody can set.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type CodeKind, STEP_MS } from '../../../../../../functions/domain/door/codes.ts';
import { msOf } from '../../../../../../functions/domain/time.ts';
import type { ApiProblem } from '../../../../api/client.ts';
import type { Device } from '../../../../journal/env.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { type Code, isShort, merged, type Shown, shownAt } from './codes.ts';

const TICK_MS = 250;

/** After a failure it is asked again so soon. */
const RETRY_MS = 3000;

export interface DoorCodes {
  shown: Shown | undefined;
  isLoading: boolean;
  /** What stands against the last question; gone with the next answer. */
  problem: ApiProblem | undefined;
  windows: readonly { from: string; until: string }[];
  /** The server's time; the device's until the server has answered. */
  nowMs: number;
  refresh(): void;
}

export function useCodes(session: string, kind: CodeKind): DoorCodes {
  const { call, device } = useStaff();
  const [, draw] = useState(0);
  const held = useRef<State>(fresh());
  const state = held.current;
  useEffect(() => {
    const self = held.current;
    // Another kind has other codes; the clock stays.
    Object.assign(self, { ...fresh(), offset: self.offset });
    let isOver = false;
    const ask = async () => {
      self.isAsking = true;
      const sentAt = device.clockMs();
      try {
        const answer = await call('showDoor', { params: { session }, query: { kind } });
        if (isOver) return;
        // The server spoke half a round trip ago, as well as one can know.
        self.offset = msOf(answer.now) - (sentAt + device.clockMs()) / 2;
        self.codes = merged(self.codes, answer.codes, nowOf(self, device));
        self.windows = answer.windows;
        self.problem = undefined;
        self.askAgain = 0;
      } catch (error) {
        if (isOver) return;
        self.problem = error as ApiProblem;
        self.askAgain = device.clockMs() + RETRY_MS;
      } finally {
        self.isAsking = false;
        self.isLoading = false;
      }
    };
    const tick = () => {
      if (!self.isAsking && device.clockMs() >= self.askAgain && isShort(self.codes, nowOf(self, device))) void ask();
      draw((n) => n + 1);
    };
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [session, kind]);
  const nowMs = nowOf(state, device);
  return {
    shown: shownAt(state.codes, nowMs),
    ...{ isLoading: state.isLoading, problem: state.problem, windows: state.windows, nowMs },
    refresh: () => {
      state.codes = state.codes.filter(({ from }) => msOf(from) <= nowMs && nowMs < msOf(from) + STEP_MS);
      state.askAgain = 0;
    },
  };
}

interface State {
  codes: Code[];
  windows: readonly { from: string; until: string }[];
  /** The server's time less the page's own clock, in ms. */
  offset: number | undefined;
  problem: ApiProblem | undefined;
  isAsking: boolean;
  isLoading: boolean;
  askAgain: number;
}

function fresh(): State {
  return {
    ...{ codes: [], windows: [], offset: undefined, problem: undefined },
    ...{ isAsking: false, isLoading: true, askAgain: 0 },
  };
}

function nowOf({ offset }: State, device: Device): number {
  return offset === undefined ? msOf(device.now()) : device.clockMs() + offset;
}
