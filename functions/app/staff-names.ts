// What staff are called beside what they did: marks by hand, decisions, corrections. For whoever may see what was done.
import type { CoreDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';

const READS_AT_ONCE = 8;

/** Id → name, of those that are known. Few people keep a door, so each is read once, however much they did. */
export async function namesOf(deps: CoreDeps, ids: Iterable<string | undefined>): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  const wanted = [...new Set(ids)].filter((id) => id !== undefined);
  await inParallel(READS_AT_ONCE, wanted, async (id) => {
    const person = await deps.store.people.get(id);
    if (person !== undefined) names[id] = person.name;
  });
  return names;
}
