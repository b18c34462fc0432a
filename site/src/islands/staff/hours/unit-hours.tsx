// Who of a unit's people lacks hours: the sums as a bar, the people by how pressing it is, the list as a file.
import { useState } from 'preact/hooks';
import { can } from '../../../../../functions/domain/access/can.ts';
import { Choice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { allPages } from '../training/all-pages.ts';
import { ancestorsIn } from '../tree/rows.ts';
import { useUnitName } from '../units/use-unit.ts';
import { useLoad } from '../use-load.ts';
import { HoursExport } from './hours-export.tsx';
import { HoursTable } from './hours-table.tsx';
import { FILTERS, type Filter, fits, inOrder, type Row, type Sum, sumOf } from './rows.ts';
import { SumBar } from './sum-bar.tsx';
import { keeperWords } from './words.ts';

export function UnitHours({ unit }: { unit: string }) {
  const { lang, call } = useStaff();
  const w = keeperWords(lang);
  const { value, problem, isLoading, reload } = useLoad(`hours ${unit}`, async () => {
    const pages = await allPages((query) => call('listLedgers', { params: { unit }, query }));
    return { rows: inOrder(pages.flatMap(({ people }) => people)), sum: sumOf(pages) };
  });
  return (
    <div class="stack">
      <Head unit={unit} />
      <p class="soft no-print">{w.staff.lead}</p>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && value.rows.length === 0 && <Nothing>{w.staff.none}</Nothing>}
      {value && value.rows.length > 0 && <People unit={unit} rows={value.rows} sum={value.sum} />}
    </div>
  );
}

function People({ unit, rows, sum }: { unit: string; rows: readonly Row[]; sum: Sum }) {
  const { lang } = useStaff();
  const w = keeperWords(lang);
  const [filter, setFilter] = useFilter();
  const shown = rows.filter((row) => fits(row, filter));
  return (
    <>
      <SumBar sum={sum} w={w} />
      <div class="spread no-print">
        <Choice
          legend={w.staff.filter}
          name="hours-filter"
          options={FILTERS}
          label={(one) => w.staff.filters[one]}
          value={filter}
          onPick={setFilter}
        />
        <HoursExport rows={shown} />
      </div>
      {shown.length === 0 ? <Nothing>{w.staff.noneFit[filter]}</Nothing> : <HoursTable unit={unit} rows={shown} />}
    </>
  );
}

/** The filter stands in the address, so that back leads to the list as it was. */
function useFilter(): [Filter, (filter: Filter) => void] {
  const [filter, setFilter] = useState(
    () => FILTERS.find((one) => one === new URLSearchParams(location.search).get('show')) ?? 'all',
  );
  const pick = (next: Filter) => {
    const url = new URL(location.href);
    if (next === 'all') url.searchParams.delete('show');
    else url.searchParams.set('show', next);
    history.replaceState(history.state, '', url);
    setFilter(next);
  };
  return [filter, pick];
}

function Head({ unit }: { unit: string }) {
  const { lang, actor, page } = useStaff();
  const w = keeperWords(lang);
  const nameOf = useUnitName();
  return (
    <>
      <a class="link start no-print" href={page(`/staff/training/?unit=${unit}`)}>
        {w.staff.toTraining}
      </a>
      <div class="frame-head">
        <div>
          <p class="soft small">{nameOf(unit)}</p>
          <h1 tabIndex={-1} data-arrive>
            {w.title}
          </h1>
        </div>
        <div class="no-print">
          <UnitField
            label={w.staff.otherUnit}
            value=""
            allows={(id, index) => can.readLedger(actor, { ancestors: ancestorsIn(index, id) })}
            onPick={(id) => location.assign(page(`/staff/hours/?unit=${id}`))}
          />
        </div>
      </div>
    </>
  );
}
