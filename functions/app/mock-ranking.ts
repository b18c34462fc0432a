// 排名: the places of those who sat a set paper, if its examiner wants one. Under short names that nobody can trace, or under their own, as the paper says.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Placed, places } from '../domain/attempts/ranking.ts';
import { areResultsOpen, type SetPaper } from '../domain/papers/set-paper.ts';
import { GONE_NAME } from '../domain/people/person.ts';
import type { Sitter } from '../store/set-papers.ts';
import { signedIn } from './access.ts';
import type { MockDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { Problem } from './problem.ts';

type Ranking = Answer<'listRanking'>;

/** Places that are shown, and sitters that are ranked: no group is larger. */
const SHOWN_MOST = 50;
const SITTERS_MOST = 5_000;

const READS_AT_ONCE = 8;

/** Letters and digits that are not taken for one another. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A sitter with marks. */
type Marked = Sitter & { key: string; earned: number; possible: number };

/** The ranking of a paper, for whoever sat it. Before its results are released it says only how it will be. */
export function listRanking(deps: MockDeps) {
  return async (actor: Actor, { params }: Input<'listRanking'>): Promise<Ranking> => {
    const me = signedIn(actor).person;
    const { paper, sitter } = await deps.store.setPapers.entrance(params.paper, me);
    if (paper === undefined || sitter?.attempt === undefined) throw new Problem('not_found');
    const base = { ranking: paper.ranking, sat: 0, places: [], now: deps.now() };
    if (paper.ranking === 'off' || !areResultsOpen(paper, deps.now())) return base;
    const { found } = await deps.store.setPapers.sitters(paper.id, { limit: SITTERS_MOST });
    const ranked = places(markedOf(deps, paper, found));
    const own = ranked.find(({ one }) => one.person === me);
    const shown = ranked.slice(0, SHOWN_MOST);
    const names = await namesFor(deps, paper, own === undefined ? shown : [...shown, own]);
    const view = (placed: Placed<Marked>) => ({ ...ownView(placed, names), possible: placed.one.possible });
    return {
      ...{ ...base, sat: ranked.length },
      places: shown.map((placed) => ({ ...view(placed), own: placed.one.person === me })),
      ...(own === undefined ? {} : { own: ownView(own, names) }),
    };
  };
}

/** Those whose marks stand. Who shares a place comes in an order that tells nothing of them. */
function markedOf({ vault }: MockDeps, { id }: SetPaper, sitters: readonly Sitter[]): Marked[] {
  return sitters.flatMap(({ earned, possible, ...sitter }) => {
    const isWhole = sitter.attempt !== undefined && sitter.state !== 'open' && sitter.marking === 'done';
    if (!isWhole || earned === undefined || possible === undefined) return [];
    return [{ ...sitter, earned, possible, key: vault.keyedHash(`ranking ${id} ${sitter.person}`) }];
  });
}

/** What those in the ranking are called: by name, or by four signs that hold for this paper alone. */
async function namesFor(
  deps: MockDeps,
  { ranking }: SetPaper,
  shown: readonly Placed<Marked>[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  await inParallel(READS_AT_ONCE, shown, async ({ one: { person, key } }) => {
    if (ranking !== 'named') names.set(person, shortName(key));
    else names.set(person, (await deps.store.people.get(person))?.name ?? GONE_NAME);
  });
  return names;
}

function ownView({ place, one }: Placed<Marked>, names: ReadonlyMap<string, string>) {
  return { place, name: names.get(one.person) ?? GONE_NAME, earned: one.earned };
}

function shortName(key: string): string {
  return [...key.slice(0, 4)].map((sign) => SIGNS.charAt(sign.charCodeAt(0) % SIGNS.length)).join('');
}
