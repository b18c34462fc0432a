// A unit's audit, page by page under the filters of the address.
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../../../api/client.ts';
import { useStaff } from '../../../shell/staff.tsx';
import type { Route } from '../route.ts';
import { useLoad } from '../use-load.ts';
import type { Line } from './line.ts';

export interface Lines {
  lines: Line[] | undefined;
  /** The names of whom and what they speak: id → name. */
  names: ReadonlyMap<string, string>;
  problem: ApiProblem | undefined;
  /** Reads on, or again after a problem. */
  more: (() => Promise<void>) | undefined;
  isLoading: boolean;
}

interface Page {
  lines: Line[];
  names: Record<string, string>;
  cursor?: string | undefined;
}

export interface AuditFilter {
  action?: string;
  actor?: string;
  thing?: string;
  from?: string;
  to?: string;
}

/** The filter of an address. Who did it is an opaque id, and stands there as the person. */
export function auditFilter({ person, more }: Route): AuditFilter {
  return {
    ...(more.action && { action: more.action }),
    ...(person && { actor: person }),
    ...(more.thing && { thing: more.thing }),
    ...(more.from && { from: more.from }),
    ...(more.to && { to: more.to }),
  };
}

export function useLines(unit: string, filter: AuditFilter): Lines {
  const { call } = useStaff();
  const key = `audit ${unit} ${new URLSearchParams({ ...filter })}`;
  const read = (cursor?: string): Promise<Page> =>
    call('listAudit', { params: { unit }, query: { ...filter, ...(cursor && { cursor }) } });
  const first = useLoad<Page>(key, () => read());
  const [rest, setRest] = useState<Rest>({ pages: [], isLoading: false });
  const mine =
    rest.of !== undefined && rest.of === first.value ? rest : { of: first.value, pages: [], isLoading: false };
  const pages = [...(first.value ? [first.value] : []), ...mine.pages];
  const cursor = pages.at(-1)?.cursor;
  const more = async () => {
    setRest({ ...mine, isLoading: true });
    await read(cursor).then(
      (page) => setRest({ of: mine.of, pages: [...mine.pages, page], isLoading: false }),
      (problem: ApiProblem) => setRest({ ...mine, problem, isLoading: false }),
    );
  };
  const goOn = cursor === undefined ? undefined : more;
  return {
    lines: first.value && pages.flatMap(({ lines }) => lines),
    names: new Map(pages.flatMap(({ names }) => Object.entries(names))),
    problem: first.problem ?? mine.problem,
    more: first.problem ? first.reload : goOn,
    isLoading: first.isLoading || mine.isLoading,
  };
}

interface Rest {
  /** The first page that these follow. */
  of?: Page | undefined;
  pages: Page[];
  problem?: ApiProblem;
  isLoading: boolean;
}
