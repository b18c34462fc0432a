// What subsidies come to in a year, by unit and rule: what is under way, what was paid, what came to nothing.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { isGivenUp } from '../../../../../functions/domain/subsidies/application.ts';
import { Select } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { rulesIn, ruleText, yuanOf } from '../../subsidies/said.ts';
import { visit } from '../navigation.ts';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import type { Sheet } from '../training/export/sheets.ts';
import { useLoad } from '../use-load.ts';
import { type Place, pathTo, yearsOf } from './route.ts';
import { SheetExport } from './sheet.tsx';
import type { DeskSaid } from './words.ts';

type Totals = Answer<'readSubsidyTotals'>;

interface Props {
  unit: string;
  place: Place;
  said: DeskSaid;
}

interface Line {
  unit: string;
  rule: string;
  underway: number;
  paid: number;
  cents: number;
  ended: number;
}

export function TotalsPage({ unit, place, said }: Props) {
  const { call, page, today } = useStaff();
  const { s } = said;
  const year = place.year ?? today.slice(0, 4);
  const { value, problem, isLoading, reload } = useLoad(`totals ${unit} ${year}`, () =>
    call('readSubsidyTotals', { params: { unit }, query: { year } }),
  );
  return (
    <>
      <div class="filters no-print">
        <Select
          label={s.year}
          value={year}
          options={yearsOf(today).map((one) => ({ value: one, text: s.yearOf(one) }))}
          onPick={(picked) => visit(page(pathTo({ view: 'totals', unit, year: picked })), 'replaceState')}
        />
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && value.all.length === 0 && <Nothing>{s.totals.none}</Nothing>}
      {value && value.all.length > 0 && <Table lines={linesOf(value, said)} said={said} />}
    </>
  );
}

function Table({ lines, said }: { lines: readonly Line[]; said: DeskSaid }) {
  const { s } = said;
  const { totals } = s;
  return (
    <>
      <div class="row no-print">
        <SheetExport sheet={() => totalsSheet(lines, said)} said={said} />
      </div>
      <div class="card table-card">
        <table class="grid cards-narrow">
          <caption class="visually-hidden">{s.views.totals}</caption>
          <thead>
            <tr>
              <th scope="col">{totals.unit}</th>
              <th scope="col">{totals.rule}</th>
              {(['underway', 'paid', 'amount', 'ended'] as const).map((column) => (
                <th key={column} scope="col" class="money">
                  {totals[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.unit} ${line.rule}`}>
                <th scope="row">{line.unit}</th>
                <td data-label={totals.rule}>{line.rule}</td>
                <td data-label={totals.underway} class="money">
                  {line.underway}
                </td>
                <td data-label={totals.paid} class="money">
                  {line.paid}
                </td>
                <td data-label={totals.amount} class="money">
                  {yuanOf(line.cents)}
                </td>
                <td data-label={totals.ended} class="money">
                  {line.ended}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The whole first, then the unit itself where it has any, then the units below. */
function linesOf({ all, own, below, ...read }: Totals, said: DeskSaid): Line[] {
  const { totals } = said.s;
  const rules = rulesIn(read);
  const nameOf = (id: string) => {
    const rule = rules.find((one) => one.id === id);
    return rule === undefined ? id : ruleText(rule, said);
  };
  const groups = [
    { name: totals.all, sums: all },
    ...(below.length > 0 ? [{ name: totals.own, sums: own }] : []),
    ...below.map(({ name, sums }) => ({ name, sums })),
  ];
  return groups.flatMap(({ name, sums }) =>
    [...new Set(sums.map(({ rule }) => rule))].map((rule) => ({
      unit: name,
      rule: nameOf(rule),
      ...lineOf(sums, rule),
    })),
  );
}

function lineOf(sums: Totals['all'], rule: string): Omit<Line, 'unit' | 'rule'> {
  const own = sums.filter((one) => one.rule === rule);
  const count = (wanted: (state: Totals['all'][number]['state']) => boolean) =>
    own.filter(({ state }) => wanted(state)).reduce((sum, { applications }) => sum + applications, 0);
  return {
    underway: count((state) => state !== 'paid' && !isGivenUp(state)),
    paid: count((state) => state === 'paid'),
    cents: own.filter(({ state }) => state === 'paid').reduce((sum, { cents }) => sum + cents, 0),
    ended: count(isGivenUp),
  };
}

function totalsSheet(lines: readonly Line[], { s: { totals } }: DeskSaid): Sheet {
  return {
    name: totals.file,
    head: [totals.unit, totals.rule, totals.underway, totals.paid, totals.amount, totals.ended],
    rows: lines.map(({ unit, rule, underway, paid, cents, ended }) => [unit, rule, underway, paid, cents / 100, ended]),
  };
}
