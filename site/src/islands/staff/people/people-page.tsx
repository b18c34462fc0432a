// 人员: who works at a unit on a day; a table where there is room, cards where there is not.
import { useState } from 'preact/hooks';
import { can } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import type { Route } from '../route.ts';
import { UnitFrame } from '../unit-frame.tsx';
import type { UnitRead } from '../units/history.ts';
import { placeOf } from '../units/use-unit.ts';
import { useWide } from '../use-wide.ts';
import { AddPerson } from './add-person.tsx';
import { columnsFrom, filterFrom, isAll, shown } from './filter.ts';
import { PeopleFilters } from './people-filters.tsx';
import { PeopleCards, PeopleTable } from './people-table.tsx';
import { useWorkers, type Workers } from './use-workers.ts';

export function PeoplePage({ route }: { route: Route }) {
  return (
    <UnitFrame route={{ ...route, page: 'people' }} right="listPeople">
      {(unit) => <People unit={unit} route={route} />}
    </UnitFrame>
  );
}

function People({ unit, route }: { unit: UnitRead; route: Route }) {
  const { t, words, page, actor } = useStaff();
  const [name, setName] = useState('');
  const [isAdding, setAdding] = useState(false);
  const workers = useWorkers(unit.id, { day: route.day, all: isAll(route) });
  const all = workers.value?.workers ?? [];
  const found = shown(all, filterFrom(route, name));
  return (
    <>
      <PeopleFilters route={route} name={name} onName={setName} />
      <div class="spread list-head">
        <p class="soft" role="status">
          {workers.value !== undefined && t.people.count(peopleIn(found), peopleIn(all), workers.more !== undefined)}
        </p>
        <div class="row">
          {can.importPeople(actor, placeOf(unit)) && (
            <a class="button plain" href={page(`/staff/import/?unit=${unit.id}`)}>
              {words.titles.import}
            </a>
          )}
          {can.addPerson(actor, placeOf(unit)) && (
            <button type="button" class="button" onClick={() => setAdding(true)}>
              {t.acts.addPerson}
            </button>
          )}
        </div>
      </div>
      <List workers={workers} found={found} route={route} />
      {isAdding && <AddPerson unit={unit} onChanged={workers.reload} onClose={() => setAdding(false)} />}
    </>
  );
}

/** How many people there are: among those who have left one may be there twice. */
function peopleIn(workers: ReturnType<typeof shown>): number {
  return new Set(workers.map(({ person }) => person)).size;
}

function List({ workers, found, route }: { workers: Workers; found: ReturnType<typeof shown>; route: Route }) {
  const { t, words } = useStaff();
  const isWide = useWide();
  const { value, problem, reload, more, isLoadingMore } = workers;
  const Shape = isWide ? PeopleTable : PeopleCards;
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={() => void (more ? more() : reload())} />}
      {value === undefined && !problem && <Waiting />}
      {found.length > 0 && <Shape workers={found} columns={columnsFrom(route)} />}
      {value && found.length === 0 && (
        <Nothing>{value.workers.length === 0 ? t.people.none : t.people.noneFiltered}</Nothing>
      )}
      {more && (
        <button type="button" class="button plain" aria-disabled={isLoadingMore} onClick={() => void more()}>
          {isLoadingMore ? words.loading : t.more}
        </button>
      )}
    </>
  );
}
