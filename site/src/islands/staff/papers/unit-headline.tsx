// The unit whose papers are shown, the ways between the views that belong to no paper, and the way to another unit.
import type { ComponentChildren } from 'preact';
import { reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { OtherUnit } from '../other-unit.tsx';
import { useUnitName } from '../units/use-unit.ts';
import { wideViews } from './route.ts';
import { useGo } from './use-place.ts';
import { usePapersWords } from './use-words.ts';

interface Props {
  unit: string;
  view: (typeof wideViews)[number];
  /** What one can do here. */
  children?: ComponentChildren;
}

export function UnitHeadline({ unit, view, children }: Props) {
  const { actor } = useStaff();
  const w = usePapersWords();
  const nameOf = useUnitName();
  const { address, go } = useGo();
  const offered = wideViews.filter((one) => one === 'list' || reachOf(actor, 'readStatistics').length > 0);
  return (
    <>
      <div class="frame-head">
        <div>
          {view === 'list' && <p class="soft small">{nameOf(unit)}</p>}
          <h1 tabIndex={-1} data-arrive>
            {w.views[view]}
          </h1>
        </div>
        {view === 'list' && (
          <OtherUnit label={w.otherUnit} action="watchPaper" onPick={(to) => go({ view: 'list', unit: to })} />
        )}
      </div>
      <div class="list-actions">
        <nav class="chips" aria-label={w.title}>
          {offered.map((one) => (
            <a
              key={one}
              class="chip"
              href={address({ view: one, unit })}
              aria-current={one === view ? 'page' : undefined}
            >
              {w.views[one]}
            </a>
          ))}
        </nav>
        {children}
      </div>
    </>
  );
}
