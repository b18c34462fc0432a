// The unit whose papers are shown, the ways between the views that belong to no paper, and the way to another unit.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import { ancestorsIn } from '../tree/rows.ts';
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
  const { address } = useGo();
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
        {view === 'list' && <OtherUnit />}
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

function OtherUnit() {
  const { actor } = useStaff();
  const w = usePapersWords();
  const { go } = useGo();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="other-unit">
      <button type="button" class="tool" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {w.otherUnit}
      </button>
      {isOpen && (
        <UnitField
          label={w.otherUnit}
          value=""
          allows={(id, index) => can.watchPaper(actor, { ancestors: ancestorsIn(index, id) })}
          onPick={(unit) => {
            setOpen(false);
            go({ view: 'list', unit });
          }}
        />
      )}
    </div>
  );
}
