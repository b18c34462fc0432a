// What people, roles and audit have in common: they are a unit's. The unit of the address, or the first of one's own; another one a tap away.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Action } from '../../../../functions/domain/access/actions.ts';
import { can } from '../../../../functions/domain/access/can.ts';
import { useStaff } from '../../shell/staff.tsx';
import { UnitField } from './forms/unit-field.tsx';
import { Nothing, Trouble, Waiting } from './parts.tsx';
import type { Page, Route } from './route.ts';
import { ancestorsIn } from './tree/rows.ts';
import type { UnitRead } from './units/history.ts';
import { UnitHead } from './units/unit-head.tsx';
import { placeOf, useUnit } from './units/use-unit.ts';
import { useHeadingFocus, useWays } from './use-route.ts';

interface Props {
  route: Route & { page: Exclude<Page, 'units' | 'person'> };
  /** What the page asks for at the unit. */
  right: Action;
  children: (unit: UnitRead) => ComponentChildren;
}

export function UnitFrame({ route, right, children }: Props) {
  const { t, me, actor } = useStaff();
  const own = me.grants.find(({ unit }) => can[right](actor, { ancestors: [unit] }))?.unit;
  const unit = route.unit ?? own;
  if (unit === undefined) {
    return (
      <div class="stack">
        <h1 tabIndex={-1} data-arrive>
          {t.tabs[route.page]}
        </h1>
        <Nothing>{t.noRight[route.page]}</Nothing>
      </div>
    );
  }
  return <Framed key={unit} id={unit} {...{ route, right, children }} />;
}

function Framed({ id, route, right, children }: Props & { id: string }) {
  const { t, words, actor } = useStaff();
  const { value: unit, problem, reload } = useUnit(id);
  useHeadingFocus(unit === undefined);
  return (
    <div class="stack">
      <h1 class="visually-hidden">{t.tabs[route.page]}</h1>
      <div class="frame-head">
        {unit ? (
          <UnitHead unit={unit} />
        ) : (
          <h2 class="unit-name" tabIndex={-1} data-arrive>
            {problem ? t.unit.notShown : words.loading}
          </h2>
        )}
        <OtherUnit route={route} right={right} />
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {!unit && !problem && <Waiting />}
      {unit && (can[right](actor, placeOf(unit)) ? children(unit) : <Nothing>{t.noRight[route.page]}</Nothing>)}
    </div>
  );
}

/** Another unit of the same page. The list of all units is loaded when it is asked for. */
function OtherUnit({ route, right }: Pick<Props, 'route' | 'right'>) {
  const { t, actor } = useStaff();
  const { go } = useWays();
  const [isOpen, setOpen] = useState(false);
  const pick = (unit: string) => {
    setOpen(false);
    const { person: _, ...rest } = route;
    go({ ...rest, unit });
  };
  return (
    <div class="other-unit">
      <button type="button" class="tool" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t.unit.other}
      </button>
      {isOpen && (
        <UnitField
          label={t.unit.other}
          value=""
          allows={(id, index) => can[right](actor, { ancestors: ancestorsIn(index, id) })}
          onPick={pick}
        />
      )}
    </div>
  );
}
