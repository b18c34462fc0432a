// What a device is looked at for before a paper, each with a finding: whether it keeps anything, its clock, the network, how one will answer.
import { msOf } from '../../../../functions/domain/time.ts';
import type { Call } from '../../api/client.ts';
import { device } from '../../journal/env.ts';
import { canKeep } from '../../journal/mock-kept.ts';

export interface Checked {
  kept: boolean;
  /** How far the device's clock is ahead of the server's, in milliseconds; missing without a network. */
  aheadMs?: number;
  /** The shortest of three ways there and back. */
  roundTripMs?: number;
  touch: boolean;
}

/** Slower than this, and one is told. */
export const SLOW_MS = 1_000;

/** Less than this is the network's doing, and no difference of clocks. */
export const CLOCK_MS = 5_000;

const TRIES = 3;

export async function checkDevice(call: Call): Promise<Checked> {
  const [kept, wire] = await Promise.all([canKeep(), measure(call)]);
  return { kept, ...wire, touch: matchMedia('(pointer: coarse)').matches };
}

/** The quickest of some questions to the server says the most about its clock. */
async function measure(call: Call): Promise<Pick<Checked, 'aheadMs' | 'roundTripMs'>> {
  const { clockMs, now } = device();
  let best: { roundTripMs: number; aheadMs: number } | undefined;
  for (let i = 0; i < TRIES; i += 1) {
    const began = clockMs();
    const answer = await call('me').catch(() => undefined);
    if (answer === undefined) return best ?? {};
    const roundTripMs = Math.round(clockMs() - began);
    const aheadMs = msOf(now()) - msOf(answer.now) - roundTripMs / 2;
    if (best === undefined || roundTripMs < best.roundTripMs) best = { roundTripMs, aheadMs };
  }
  return best ?? {};
}
