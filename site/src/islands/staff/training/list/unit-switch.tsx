// The unit whose courses or people are shown, and the way to another.
import type { ComponentChildren } from 'preact';
import { reachOf } from '../../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { OtherUnit } from '../../other-unit.tsx';
import { useUnitName } from '../../units/use-unit.ts';
import { useGo } from '../use-place.ts';
import { useTeachWords } from '../use-words.ts';

interface Props {
  unit: string;
  view: 'list' | 'mine';
  /** What one can do here. */
  children?: ComponentChildren;
}

export function UnitHeadline({ unit, view, children }: Props) {
  const { actor, page } = useStaff();
  const w = useTeachWords();
  const nameOf = useUnitName();
  const { address, go } = useGo();
  return (
    <>
      <div class="frame-head">
        <div>
          <p class="soft small">{nameOf(unit)}</p>
          <h1 tabIndex={-1} data-arrive>
            {view === 'list' ? w.title : w.tabs.mine}
          </h1>
        </div>
        <OtherUnit label={w.otherUnit} action="readRoster" onPick={(to) => go({ view, unit: to })} />
      </div>
      <div class="list-actions">
        <nav class="chips" aria-label={w.title}>
          {(['list', 'mine'] as const).map((one) => (
            <a
              key={one}
              class="chip"
              href={address({ view: one, unit })}
              aria-current={one === view ? 'page' : undefined}
            >
              {w.tabs[one]}
            </a>
          ))}
          {reachOf(actor, 'readLedger').length > 0 && (
            <a class="chip" href={page(`/staff/hours/?unit=${unit}`)}>
              {w.tabs.hours}
            </a>
          )}
        </nav>
        {children}
      </div>
    </>
  );
}
