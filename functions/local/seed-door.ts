// People of the demo world at the door of a session: each scans the code that the trainer's screen shows in their minute, on a phone of their own.
import type { Person as Actor } from '../app/access.ts';
import { checkIn } from '../app/check-in.ts';
import type { DocumentDeps } from '../app/deps.ts';
import { showDoor } from '../app/door.ts';
import { inParallel } from '../app/in-parallel.ts';
import type { CodeKind } from '../domain/door/codes.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';
import type { Stay } from './seed-attendance.ts';

/** Marks at once: what one Node and one engine on two cores take. */
const AT_ONCE = 16;

/** One after the other at the door, the more the faster, within the time that a code is good. */
const APART_MS = 700;
const CODE_MS = 40_000;

export interface Passing {
  session: string;
  trainer: Actor;
  stays: readonly Stay[];
}

interface Door extends Passing {
  at(now: Instant): DocumentDeps;
}

/** Everybody's coming, then everybody's going. */
export async function passDoor({ at }: Pick<Door, 'at'>, passing: Passing): Promise<void> {
  for (const kind of ['in', 'out'] as const) {
    const byMinute = Map.groupBy(passing.stays, (stay) => stay[kind]);
    for (const [minute, stays] of byMinute) await queue({ ...passing, at, stays }, kind, minute);
  }
}

/** Those of one minute, by the code that is shown then. */
async function queue({ session, trainer, stays, at }: Door, kind: CodeKind, minute: Instant): Promise<void> {
  const shown = await showDoor(at(minute))(trainer, { params: { session }, query: { kind }, body: undefined });
  const code = codeIn(shown.codes[0]?.link ?? '');
  const apart = Math.min(APART_MS, CODE_MS / stays.length);
  await inParallel(AT_ONCE, [...stays.entries()], async ([i, { person }]) => {
    const deps = at(instantOf(msOf(minute) + Math.floor(i * apart)));
    const body = { request: `demo-${kind}-${session}`, device: `demo-phone-of-${person}`, code: { ...code, kind } };
    const actor: Actor = { kind: 'person', person, grants: [] };
    await checkIn(deps)(actor, { params: { session }, query: undefined, body });
  });
}

/** What a phone reads off the screen. */
function codeIn(link: string): { session: string; step: number; token: string } {
  const read = new URLSearchParams(new URL(link).hash.slice(1));
  return { session: read.get('s') ?? '', step: Number(read.get('t')), token: read.get('c') ?? '' };
}
