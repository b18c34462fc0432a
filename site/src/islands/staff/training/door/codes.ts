// Which code the screen shows at an instant of the server's clock, and what may still be shown without a network. Pure.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { STEP_MS } from '../../../../../../functions/domain/door/codes.ts';
import { msOf } from '../../../../../../functions/domain/time.ts';

export type Code = Answer<'showDoor'>['codes'][number];

/** With less than this ahead the next codes are asked for: two steps, on a network with round trips of 8 s. */
const AHEAD_MS = 2 * STEP_MS;

export interface Shown {
  code: Code;
  /** Whole seconds until the next one; 0 for one whose step is over and that is still taken. */
  left: number;
}

/** The code of this step; without it the newest that is still taken; undefined when none is. */
export function shownAt(codes: readonly Code[], nowMs: number): Shown | undefined {
  const good = codes.filter(({ from, until }) => msOf(from) <= nowMs && nowMs <= msOf(until));
  const code = good.toSorted((a, b) => b.step - a.step)[0];
  if (code === undefined) return undefined;
  return { code, left: Math.max(0, Math.ceil((msOf(code.from) + STEP_MS - nowMs) / 1000)) };
}

/** Whether it is time to ask for more. */
export function isShort(codes: readonly Code[], nowMs: number): boolean {
  const last = Math.max(0, ...codes.map(({ from }) => msOf(from) + STEP_MS));
  return last - nowMs < AHEAD_MS;
}

/** The codes that are still of use, each step once. */
export function merged(held: readonly Code[], fresh: readonly Code[], nowMs: number): Code[] {
  const byStep = new Map([...held, ...fresh].map((code) => [code.step, code]));
  return [...byStep.values()].filter(({ until }) => msOf(until) >= nowMs);
}
