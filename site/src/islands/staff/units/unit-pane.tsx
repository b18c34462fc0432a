// One unit: where it stands, how to reach it, who heads it, what became of it, and what one may do with it.
import type { Day } from '../../../../../functions/domain/time.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { useDivisions } from '../divisions/use-divisions.ts';
import { Trouble, Waiting } from '../parts.tsx';
import { useHeadingFocus, useWays } from '../use-route.ts';
import type { UnitRead } from './history.ts';
import { Timeline } from './timeline.tsx';
import { UnitActions } from './unit-actions.tsx';
import { UnitHead, UnitLinks } from './unit-head.tsx';
import { UnitPosts } from './unit-posts.tsx';
import { useUnit } from './use-unit.ts';

export function UnitPane({ unit, day }: { unit: string; day: Day | undefined }) {
  const { t, words } = useStaff();
  const { address } = useWays();
  const loaded = useUnit(unit, day);
  const { value, problem, isLoading, reload } = loaded;
  useHeadingFocus(value === undefined);
  return (
    <article class="staff-main stack" aria-busy={isLoading}>
      {/* On a wide screen the tree beside it has the page's heading. */}
      <h1 class="visually-hidden only-narrow">{t.tabs.units}</h1>
      <a class="only-narrow" href={address({ page: 'units', ...(day && { day }) })}>
        ‹ {t.tabs.units}
      </a>
      {value === undefined ? (
        <>
          <h2 class="unit-name" tabIndex={-1} data-arrive>
            {problem ? t.unit.notShown : words.loading}
          </h2>
          {problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Waiting lines={8} />}
        </>
      ) : (
        <>
          {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
          <Shown unit={value} day={day} onChanged={reload} />
        </>
      )}
    </article>
  );
}

interface Props {
  unit: UnitRead;
  day: Day | undefined;
  onChanged: () => Promise<void>;
}

function Shown({ unit, day, onChanged }: Props) {
  const { t, words } = useStaff();
  return (
    <>
      <UnitHead unit={unit} />
      {day !== undefined && <p class="notice">{t.unit.shownAsOf(words.date(day))}</p>}
      <UnitLinks unit={unit} />
      {day === undefined && <UnitActions unit={unit} onChanged={onChanged} />}
      <div class="unit-cards">
        <Facts unit={unit} />
        <UnitPosts unit={unit} day={day} onChanged={onChanged} />
      </div>
      <Timeline unit={unit} />
    </>
  );
}

function Facts({ unit }: { unit: UnitRead }) {
  const { t, words } = useStaff();
  const { contacts, quota, workers, children, division, opened } = unit;
  const path = useDivisions(division).path(division);
  return (
    <section class="card" aria-labelledby="facts">
      <h3 id="facts">{t.unit.facts}</h3>
      <dl class="facts">
        <Fact name={t.unit.phone} value={contacts.phone} />
        <Fact name={t.unit.address} value={contacts.address} />
        <Fact name={t.unit.staffing} value={t.unit.staffed(workers, quota)} />
        <Fact name={t.unit.children} value={t.unit.units(children)} />
        <Fact
          name={t.unit.division}
          value={path.length === 0 ? division : t.unit.divisionIs(path.join(' / '), division)}
        />
        <Fact name={t.unit.opened} value={words.date(opened)} />
      </dl>
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  const { t } = useStaff();
  return (
    <div>
      <dt>{name}</dt>
      <dd class={value === undefined ? 'soft' : undefined}>{value ?? t.notGiven}</dd>
    </div>
  );
}
