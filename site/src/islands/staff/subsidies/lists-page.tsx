// The lists for the public that a bureau began in a year.
import { Select } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { rulesIn, ruleText, yuanOf } from '../../subsidies/said.ts';
import { visit } from '../navigation.ts';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { useLoad } from '../use-load.ts';
import { type Place, pathTo, yearsOf } from './route.ts';
import type { DeskSaid } from './words.ts';

interface Props {
  unit: string;
  place: Place;
  said: DeskSaid;
}

export function ListsPage({ unit, place, said }: Props) {
  const { call, page, today } = useStaff();
  const { s, words } = said;
  const year = place.year ?? today.slice(0, 4);
  const { value, problem, isLoading, reload } = useLoad(`lists ${unit} ${year}`, () =>
    call('listSubsidyBatches', { params: { unit }, query: { year } }),
  );
  const rules = value === undefined ? [] : rulesIn(value);
  const batches = value?.batches.filter(({ count }) => count > 0) ?? [];
  const phaseOf = ({ from, last }: { from: string; last: string }) =>
    today < from ? 'before' : today <= last ? 'now' : 'over';
  return (
    <>
      <div class="filters no-print">
        <Select
          label={s.year}
          value={year}
          options={yearsOf(today).map((one) => ({ value: one, text: s.yearOf(one) }))}
          onPick={(picked) => visit(page(pathTo({ view: 'lists', unit, year: picked })), 'replaceState')}
        />
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && batches.length === 0 && <Nothing>{s.lists.none}</Nothing>}
      {batches.length > 0 && (
        <div class="card table-card">
          <table class="grid cards-narrow">
            <caption class="visually-hidden">{s.views.lists}</caption>
            <thead>
              <tr>
                <th scope="col">{s.lists.notice}</th>
                <th scope="col">{s.columns.rule}</th>
                <th scope="col">{s.lists.count}</th>
                <th scope="col" class="money">
                  {s.columns.amount}
                </th>
                <th scope="col">{s.lists.by}</th>
                <th scope="col">{s.columns.state}</th>
              </tr>
            </thead>
            <tbody>
              {batches.map((one) => {
                const rule = rules.find(({ id }) => id === one.rule);
                return (
                  <tr key={one.batch}>
                    <th scope="row">
                      <a class="person-link" href={page(pathTo({ view: 'lists', unit, batch: one.batch }))}>
                        {s.lists.span(words.date(one.from), words.date(one.last))}
                      </a>
                    </th>
                    <td data-label={s.columns.rule}>{rule === undefined ? one.rule : ruleText(rule, said)}</td>
                    <td data-label={s.lists.count}>{one.count}</td>
                    <td data-label={s.columns.amount} class="money">
                      {yuanOf(one.cents)}
                    </td>
                    <td data-label={s.lists.by}>{one.byName}</td>
                    <td data-label={s.columns.state}>{s.lists.phase[phaseOf(one)]}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
