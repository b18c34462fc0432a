// 机构: the tree on the left, the unit chosen on the right; on a phone one after the other.
import { useMemo, useState } from 'preact/hooks';
import { isDay } from '../../../../../functions/domain/period.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { arrive } from '../navigation.ts';
import { Nothing, Trouble } from '../parts.tsx';
import type { Route } from '../route.ts';
import { named, withAncestors } from '../tree/rows.ts';
import { TreeView } from '../tree/tree-view.tsx';
import { useTree, useTreeStore } from '../tree/use-tree.ts';
import { useWays } from '../use-route.ts';
import { UnitPane } from './unit-pane.tsx';

export function UnitsPage({ route }: { route: Route }) {
  const { t } = useStaff();
  return (
    <div class="staff-panes" data-open={route.unit === undefined ? undefined : ''}>
      <TreePane route={route} />
      {route.unit === undefined ? (
        <div class="staff-main only-wide">
          <Nothing>
            <p>{t.unit.pickOne}</p>
          </Nothing>
        </div>
      ) : (
        <UnitPane key={route.unit} unit={route.unit} day={route.day} />
      )}
    </div>
  );
}

function TreePane({ route }: { route: Route }) {
  const { t, today } = useStaff();
  const day = route.day ?? today;
  const { index, state, problem } = useTree(day);
  const store = useTreeStore();
  const { go } = useWays();
  const [text, setText] = useState('');
  const found = useMemo(() => named(index, text), [index, text]);
  const kept = useMemo(() => (text.trim() === '' ? undefined : withAncestors(index, found)), [index, found, text]);
  const choose = (unit: string, byKey: boolean) => {
    go({ ...route, page: 'units', unit });
    // A click on a wide screen keeps the keyboard in the tree; otherwise what was opened is where one wants to be.
    if (byKey || !matchMedia('(min-width: 800px)').matches) requestAnimationFrame(arrive);
  };
  return (
    <section class="staff-side" aria-labelledby="tree-heading">
      <h1 id="tree-heading" tabIndex={-1} data-arrive={route.unit === undefined ? '' : undefined}>
        {t.tabs.units}
      </h1>
      <div class="tree-tools">
        <label class="field">
          <span class="small soft">{t.tree.search}</span>
          <input
            type="search"
            autoComplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <DayPicker route={route} />
      </div>
      {problem && <Trouble problem={problem} onRetry={() => store.retry(day)} />}
      <p class="small soft" role="status">
        {text.trim() === '' ? t.tree.count(index.rows.size, state === 'loading') : t.tree.found(found.length)}
      </p>
      {index.rows.size > 0 || state === 'loading' ? (
        <TreeView index={index} kept={kept} selected={route.unit} isBusy={state === 'loading'} onChoose={choose} />
      ) : (
        state === 'ready' && <Nothing>{t.tree.none}</Nothing>
      )}
    </section>
  );
}

/** The day that tree and unit are shown as of. */
function DayPicker({ route }: { route: Route }) {
  const { t, today } = useStaff();
  const { refine } = useWays();
  const { day, ...rest } = route;
  const pick = (value: string) => {
    if (value === '' || value === today) refine(rest);
    else if (isDay(value)) refine({ ...rest, day: value });
  };
  return (
    <label class="field">
      <span class="small soft">{t.tree.asOf}</span>
      <input type="date" value={day ?? today} onChange={(event) => pick(event.currentTarget.value)} />
    </label>
  );
}
