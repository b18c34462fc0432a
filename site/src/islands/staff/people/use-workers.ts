// A unit's people page by page, as many pages as were asked for.
import { useState } from 'preact/hooks';
import type { Day } from '../../../../../functions/domain/time.ts';
import type { ApiProblem } from '../../../api/client.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { type Loaded, useLoad } from '../use-load.ts';
import type { Worker } from './everybody.ts';

/** So many are shown before more have to be asked for. */
const SHOWN = 100;

interface Page {
  workers: Worker[];
  cursor?: string | undefined;
}

export interface Workers extends Loaded<Page> {
  /** Reads the next page; undefined when there is none. */
  more: (() => Promise<void>) | undefined;
  isLoadingMore: boolean;
}

/** Those of a day, or everybody who ever worked there. */
export function useWorkers(unit: string, { day, all }: { day: Day | undefined; all: boolean }): Workers {
  const { call } = useStaff();
  const key = `people ${unit} ${all ? 'all' : (day ?? '')}`;
  const read = async (from?: string): Promise<Page> => {
    const workers: Worker[] = [];
    let cursor = from;
    do {
      const query = { ...(all ? ({ all: 'true' } as const) : day && { day }), ...(cursor && { cursor }) };
      const page = await call('listPeople', { params: { unit }, query });
      workers.push(...page.workers);
      // Where the roles begin, the workers have ended. A page may be short and be followed by more.
      cursor = page.grants.length > 0 ? undefined : page.cursor;
    } while (cursor !== undefined && workers.length < SHOWN);
    return { workers, cursor };
  };
  const first = useLoad(key, () => read());
  const [rest, setRest] = useState<Rest>({ key, pages: [], isLoading: false });
  const mine =
    rest.key === key && rest.of === first.value ? rest : { key, of: first.value, pages: [], isLoading: false };
  const pages = [...(first.value ? [first.value] : []), ...mine.pages];
  const cursor = pages.at(-1)?.cursor;
  const more = async () => {
    setRest({ ...mine, isLoading: true });
    await read(cursor).then(
      (page) => setRest({ ...mine, pages: [...mine.pages, page], isLoading: false }),
      (problem: ApiProblem) => setRest({ ...mine, problem, isLoading: false }),
    );
  };
  return {
    ...first,
    value: first.value && { workers: pages.flatMap(({ workers }) => workers), cursor },
    problem: first.problem ?? mine.problem,
    more: cursor === undefined ? undefined : more,
    isLoadingMore: mine.isLoading,
  };
}

interface Rest {
  key: string;
  /** The first page that these follow: when that is read again, they are out of date. */
  of?: Page | undefined;
  pages: Page[];
  problem?: ApiProblem;
  isLoading: boolean;
}
