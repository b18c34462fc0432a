// Everybody of a unit: all who work there on a day and all who hold a role there, read to the last page.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Day } from '../../../../../functions/domain/time.ts';
import type { Call } from '../../../api/client.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { type Loaded, useLoad } from '../use-load.ts';

type Page = Answer<'listPeople'>;
export type Worker = Page['workers'][number];
export type UnitGrant = Page['grants'][number];

export interface Everybody {
  workers: Worker[];
  grants: UnitGrant[];
  /** Person → name; the id stands in where the name is gone. */
  names: ReadonlyMap<string, string>;
}

/** Reads every page. Throws ApiProblem. */
export async function everybodyOf(call: Call, unit: string, day?: Day): Promise<Everybody> {
  const workers: Worker[] = [];
  const grants: UnitGrant[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: Page = await call('listPeople', {
      params: { unit },
      query: { ...(day && { day }), ...(cursor && { cursor }) },
    });
    workers.push(...page.workers);
    grants.push(...page.grants);
    cursor = page.cursor;
  }
  return { workers, grants, names: namesOf(workers, grants) };
}

export function useEverybody(unit: string): Loaded<Everybody> {
  const { call } = useStaff();
  return useLoad(`everybody ${unit}`, () => everybodyOf(call, unit));
}

function namesOf(workers: readonly Worker[], grants: readonly UnitGrant[]): Map<string, string> {
  const pairs = [...grants, ...workers].map(({ person, name }) => [person, name ?? person] as const);
  return new Map(pairs);
}
