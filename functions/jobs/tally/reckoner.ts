// What the timer does each minute: first what the tree has moved, then, once a night, the recount of all figures. And what one asks of it by hand.
import type { ReckonerDeps } from '../../app/deps.ts';
import { type Day, dayOf, instantOf, msOf } from '../../domain/time.ts';
import type { FigureDrift, Reckoned } from '../../store/reckonings.ts';
import type { Key } from '../../store/tally.ts';
import { rechain, recountFacts } from './rechain.ts';
import { recountTree } from './reckon.ts';
import { again } from './tally.ts';

const RECHAIN_MS = 40_000;

/** Who has begun a recount and not ended it in this time is no more: longer than the function may run. */
const LEASE_MS = 16 * 60_000;

/** Hours after midnight in China at which the recount begins: few write then. */
const NIGHT_MS = 2 * 3_600_000;

/** Facts that are counted again at once. */
const AT_ONCE = 60;

/** What the function is called with by hand; the timer asks for nothing. */
export interface Asked {
  show?: boolean;
  recount?: boolean;
  mend?: boolean;
  redrive?: boolean;
}

/** What the last recount found: its figures, and the keys of the facts that were counted otherwise than they are. */
export interface Shown extends Reckoned {
  figures: FigureDrift[];
  behindKeys: Key[];
}

/** Answers the timer (nothing), or whoever calls by hand: what the last recount found. */
export function reckoner(deps: ReckonerDeps) {
  return async (asked: Asked = {}): Promise<Shown | undefined> => {
    const night = dayOf(instantOf(msOf(deps.now()) - NIGHT_MS));
    if (asked.recount) await reckon(deps, night);
    if (asked.redrive) await redrive(deps);
    if (asked.mend) await mend(deps);
    if (asked.show || asked.recount || asked.redrive || asked.mend) return shown(deps);
    await rechain(deps)(RECHAIN_MS);
    // Until the tree is at rest its facts are counted otherwise than they are.
    if ((await deps.store.treeChanges.list()).length > 0) return undefined;
    const now = deps.now();
    if (await deps.store.reckonings.claim(night, { now, until: instantOf(msOf(now) + LEASE_MS) })) {
      await reckon(deps, night);
    }
    return undefined;
  };
}

async function reckon(deps: ReckonerDeps, day: Day): Promise<void> {
  const startedAt = deps.now();
  const roots = await deps.store.units.childrenFrom(null, '0000-00-00');
  const drifts = new Map<string, FigureDrift>();
  const behind = new Map<string, Key>();
  let facts = 0;
  for (const root of roots) {
    const found = await recountTree(deps)(root);
    facts += found.facts;
    for (const key of found.behind) behind.set(JSON.stringify(key), key);
    for (const drift of found.drifts)
      drifts.set(JSON.stringify([drift.unit, drift.shelf, drift.part, drift.name]), drift);
  }
  const counts = { roots: roots.length, facts, behind: behind.size, drifts: drifts.size };
  const reckoned = { day, startedAt, endedAt: deps.now(), ...counts };
  await deps.store.reckonings.put(reckoned, { drifts: [...drifts.values()], behind: [...behind.values()] });
  const level = drifts.size + behind.size > 0 ? 'error' : 'info';
  if (facts + drifts.size > 0) deps.sink(JSON.stringify({ level, job: 'reckoner', ...reckoned }));
}

/** Adds to figures what they were found off by; one that has moved since stays, and the next recount looks at it again. */
async function mend({ store }: ReckonerDeps): Promise<void> {
  const last = await store.reckonings.last();
  for (const drift of last === undefined ? [] : await store.reckonings.drifts(last.day)) {
    if (drift.state === 'found') await store.reckonings.mend(last?.day ?? '', drift);
  }
}

/** Counts the facts as they are now that were found counted otherwise; those that are no more are taken out. */
async function redrive(deps: ReckonerDeps): Promise<void> {
  const last = await deps.store.reckonings.last();
  const keys = last === undefined ? [] : await deps.store.reckonings.behind(last.day);
  for (let first = 0; first < keys.length; first += AT_ONCE) {
    const part = keys.slice(first, first + AT_ONCE);
    await again(deps)(part);
    await recountFacts(deps, part, deps.now());
  }
}

async function shown({ store }: ReckonerDeps): Promise<Shown | undefined> {
  const last = await store.reckonings.last();
  if (last === undefined) return undefined;
  const [figures, behind] = [await store.reckonings.drifts(last.day), await store.reckonings.behind(last.day)];
  return { ...last, figures, behindKeys: behind };
}
