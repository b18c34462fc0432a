// What lies past the first page of a list, page by page as it is asked for.
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../../../api/client.ts';

interface Paged {
  cursor?: string | undefined;
}

/** `of`: which list; another one begins anew. `first`: its first page, as soon as it is there. */
export function useMorePages<P extends Paged>(of: string, first: P | undefined, read: (cursor: string) => Promise<P>) {
  const [held, setHeld] = useState<{ of: string; start: string | undefined; pages: P[] }>({
    of,
    start: undefined,
    pages: [],
  });
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const start = first?.cursor;
  // Pages that follow another first page are not this list's any more.
  const pages = held.of === of && held.start === start ? held.pages : [];
  const cursor = pages.length === 0 ? start : pages.at(-1)?.cursor;
  const load = async () => {
    if (isLoading || cursor === undefined) return;
    setLoading(true);
    setProblem(undefined);
    await read(cursor).then((page) => setHeld({ of, start, pages: [...pages, page] }), setProblem);
    setLoading(false);
  };
  return { pages, hasMore: cursor !== undefined, isLoading, problem, load };
}
