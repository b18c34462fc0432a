// Moving many applications of a list, thirty in a request: what was done, and what was not, line by line.
import { SLICE_MOST } from '../../../../../functions/domain/subsidies/batch.ts';
import type { Call } from '../../../api/client.ts';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { pathTo } from './route.ts';
import type { DeskSaid, Row } from './words.ts';

export type Moving = { move: 'list' } | { move: 'publish' } | { move: 'pay'; day: string };

export interface Slices {
  batch: string;
  done: number;
  failed: { name: string; reason?: string }[];
}

interface Sending {
  call: Call;
  newId: () => string;
  unit: string;
  batch: string;
  moving: Moving;
  rows: readonly Row[];
  /** Told before each slice, with how many are behind it. */
  tell: (at: number) => void;
}

/** Sends slice after slice; throws ApiProblem at the first that fails as a whole: what went before it is done, and shows. */
export async function sendSlices({ call, newId, unit, batch, moving, rows, tell }: Sending): Promise<Slices> {
  const slices: Slices = { batch, done: 0, failed: [] };
  for (let at = 0; at < rows.length; at += SLICE_MOST) {
    tell(at + 1);
    const part = rows.slice(at, at + SLICE_MOST);
    const applications = part.map(({ person, application, version }) => ({ person, application, version }));
    const body = { moving, applications, request: newId() };
    const { outcomes } = await call('moveSubsidyBatch', { params: { unit, batch }, body });
    for (const [i, { outcome, reason }] of outcomes.entries()) {
      if (outcome === 'done') slices.done += 1;
      else slices.failed.push({ name: part[i]?.name ?? '', ...(reason !== undefined && { reason }) });
    }
  }
  return slices;
}

export function Report({ slices, said, unit }: { slices: Slices; said: DeskSaid; unit?: string }) {
  const { page } = useStaff();
  const { s, w } = said;
  const { done, failed, batch } = slices;
  return (
    <div role="status">
      <Notice trouble={failed.length > 0}>
        <p>{s.result(done)}</p>
        {failed.length > 0 && (
          <>
            <p>{s.failed(failed.length)}</p>
            <ul>
              {failed.map(({ name, reason }, i) => (
                <li key={i}>{s.failedLine(name, (reason && w.reasons[reason]) ?? s.changed)}</li>
              ))}
            </ul>
          </>
        )}
        {unit && done > 0 && (
          <a class="link start" href={page(pathTo({ view: 'lists', unit, batch }))}>
            {s.toList}
          </a>
        )}
      </Notice>
    </div>
  );
}
