// Counts a subject anew from its results and compares: what the running sums have drifted by. It reports and mends nothing.
import type { TallyDeps } from '../../app/deps.ts';
import { countedFrom, countedOf, type ItemSums, itemSumsOf } from '../../domain/statistics/counted.ts';
import { addTo, type Sums } from '../../domain/statistics/item-sums.ts';
import type { ListedResult } from '../../store/results-index.ts';

/** A figure that is not what the results say. */
export interface Drift extends Omit<ItemSums, 'sums'> {
  /** Which of the sums: see `Sums`. */
  name: string;
  counted: number;
  facts: number;
}

export interface Recount {
  results: number;
  /** Results that are in another version than was counted: on their way, or given up by the stream. They go in as they were counted. */
  behind: { person: string; attempt: string }[];
  drift: Drift[];
}

/** Results that are read at once. */
const AT_ONCE = 100;

/**
 * Recounts a subject, its set papers included, from the results of some months (`2026-05`): all in which there are any. What is counted meanwhile looks
 * like drift: drift is what a second recount finds again.
 */
export function recount(deps: TallyDeps) {
  return async (subject: string, months: readonly string[]): Promise<Recount> => {
    const facts = new Map<string, ItemSums>();
    const found: Recount = { results: 0, behind: [], drift: [] };
    for (const month of months) {
      for await (const listed of pagesOf(deps, subject, month)) await addPage(deps, listed, { facts, found });
    }
    const scopes = new Set([subject, ...[...facts.values()].map(({ scope }) => scope)]);
    const counted = await Promise.all([...scopes].map((scope) => deps.store.statistics.ofScope(scope)));
    found.drift = driftOf(new Map(counted.flat().map((one) => [nameOf(one), one])), facts);
    return found;
  };
}

async function* pagesOf({ store }: TallyDeps, subject: string, month: string): AsyncGenerator<ListedResult[]> {
  for (let after: string | undefined; ; ) {
    const range = { limit: AT_ONCE, ...(after === undefined ? {} : { after }) };
    const { found, next } = await store.resultsIndex.list(subject, month, range);
    yield found;
    if (next === undefined) return;
    after = next;
  }
}

async function addPage(
  { store }: TallyDeps,
  listed: readonly ListedResult[],
  { facts, found }: { facts: Map<string, ItemSums>; found: Recount },
): Promise<void> {
  const results = new Map((await store.results.getMany(listed)).map((result) => [result.attempt, result]));
  for (const { attempt, person, receipt } of listed) {
    const result = results.get(attempt);
    const isBehind = result?.version !== receipt.version;
    if (isBehind) found.behind.push({ person, attempt });
    const counted = result === undefined || isBehind ? countedFrom(receipt.text ?? '') : countedOf(result);
    for (const one of counted === undefined ? [] : itemSumsOf(counted)) {
      facts.set(nameOf(one), { ...one, sums: addTo(facts.get(nameOf(one))?.sums ?? {}, one.sums) });
    }
  }
  found.results += listed.length;
}

function driftOf(counted: ReadonlyMap<string, ItemSums>, facts: ReadonlyMap<string, ItemSums>): Drift[] {
  return [...new Set([...counted.keys(), ...facts.keys()])].flatMap((key) => {
    const [now, then] = [counted.get(key), facts.get(key)];
    const { sums: _sums, ...item } = (now ?? then) as ItemSums;
    return differences(now?.sums ?? {}, then?.sums ?? {}).map((one) => ({ ...item, ...one }));
  });
}

function differences(counted: Sums, facts: Sums): Pick<Drift, 'name' | 'counted' | 'facts'>[] {
  return [...new Set([...Object.keys(counted), ...Object.keys(facts)])]
    .map((name) => ({ name, counted: counted[name] ?? 0, facts: facts[name] ?? 0 }))
    .filter((one) => one.counted !== one.facts);
}

function nameOf({ scope, question, version, form }: ItemSums): string {
  return [scope, question, version, form].join(' ');
}
