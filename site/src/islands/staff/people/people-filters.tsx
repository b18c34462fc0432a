// Whom to show: a day, a post, with or without 编制, a name; and which columns. All but the name stand in the address.
import { isDay } from '../../../../../functions/domain/period.ts';
import { Select } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { Filters } from '../parts.tsx';
import type { Route } from '../route.ts';
import { useWays } from '../use-route.ts';
import { useWide } from '../use-wide.ts';
import { COLUMNS, columnsFrom, columnsText, ESTABLISHED, filterFrom, isAll, POSTS } from './filter.ts';

interface Props {
  route: Route;
  name: string;
  onName: (name: string) => void;
}

export function PeopleFilters({ route, name, onName }: Props) {
  const { t, today } = useStaff();
  const { refine } = useWays();
  const isWide = useWide();
  const filter = filterFrom(route, name);
  const set = (more: Record<string, string>) => refine({ ...route, page: 'people', more: { ...route.more, ...more } });
  const { day: _, ...rest } = route;
  const pickAll = (all: boolean) => refine({ ...rest, page: 'people', more: { ...route.more, all: all ? 'yes' : '' } });
  const pickDay = (day: string) => {
    if (day === '' || day === today) refine({ ...rest, page: 'people' });
    else if (isDay(day)) refine({ ...rest, page: 'people', day });
  };
  return (
    <Filters isSet={route.day !== undefined || Object.keys(route.more).length > 0 || name !== ''}>
      <label class="field">
        <span class="small soft">{t.people.name}</span>
        <input type="search" autoComplete="off" value={name} onInput={(event) => onName(event.currentTarget.value)} />
      </label>
      <Select
        label={t.people.post}
        value={filter.post}
        options={(['any', ...POSTS] as const).map((value) => ({
          value,
          text: value === 'any' ? t.any : t.workPosts[value],
        }))}
        onPick={(post) => set({ post: post === 'any' ? '' : post })}
      />
      <Select
        label={t.people.established}
        value={filter.established}
        options={ESTABLISHED.map((value) => ({ value, text: value === 'any' ? t.any : t.people.establishedIs[value] }))}
        onPick={(established) => set({ established: established === 'any' ? '' : established })}
      />
      {!isAll(route) && (
        <label class="field">
          <span class="small soft">{t.tree.asOf}</span>
          <input type="date" value={route.day ?? today} onChange={(event) => pickDay(event.currentTarget.value)} />
        </label>
      )}
      <label class="radio">
        <input type="checkbox" checked={isAll(route)} onChange={(event) => pickAll(event.currentTarget.checked)} />
        {t.people.all}
      </label>
      {isWide && <Columns route={route} onSet={(columns) => set({ columns })} />}
    </Filters>
  );
}

function Columns({ route, onSet }: { route: Route; onSet: (columns: string) => void }) {
  const { t } = useStaff();
  const columns = columnsFrom(route);
  return (
    <details class="columns-choice">
      <summary class="tool">{t.people.columns}</summary>
      <fieldset class="choice">
        <legend class="visually-hidden">{t.people.columns}</legend>
        {COLUMNS.map((column) => (
          <label class="radio" key={column}>
            <input
              type="checkbox"
              checked={columns.includes(column)}
              onChange={(event) => {
                const others = columns.filter((other) => other !== column);
                onSet(columnsText(event.currentTarget.checked ? [...others, column] : others));
              }}
            />
            {t.people.columnNames[column]}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
