// Step 2: what each column of the file holds, and to which unit it is imported.
import { can } from '../../../../../functions/domain/access/can.ts';
import { COLUMNS, type Column } from '../../../../../functions/domain/imports/column-names.ts';
import { NEEDED } from '../../../../../functions/domain/imports/columns.ts';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import { Trouble } from '../parts.tsx';
import { ancestorsIn, type TreeIndex } from '../tree/rows.ts';
import { useTree, useTreeStore } from '../tree/use-tree.ts';
import type { ChosenFile } from './file-place.tsx';
import { type Plan, planOf, type Table } from './plan.ts';
import { StepHeading } from './step-heading.tsx';
import { useImportWords } from './use-words.ts';

interface Props {
  file: ChosenFile;
  table: Table;
  unit: string;
  onTable: (table: Table) => void;
  onUnit: (unit: string) => void;
  onBack: () => void;
  onNext: (plan: Plan) => void;
}

export function ColumnsStep({ file, table, unit, onTable, onUnit, onBack, onNext }: Props) {
  const { actor, today } = useStaff();
  const words = useImportWords();
  const { index, state, problem } = useTree(today);
  const store = useTreeStore();
  const lacking = lackingIn(table, words);
  const isReady = state === 'ready' && lacking === undefined && index.rows.has(unit);
  const next = () => {
    if (isReady) onNext(planOf(table, { today, unit, units: unitsUnder(index, unit) }));
  };
  return (
    <section class="card">
      <StepHeading step={2} />
      <p>{words.file.chosen(file.name)}</p>
      {problem && <Trouble problem={problem} onRetry={() => store.retry(today)} />}
      <UnitField
        label={words.columns.unit}
        hint={words.columns.unitHint}
        value={unit}
        allows={(id, tree) => can.importPeople(actor, { ancestors: ancestorsIn(tree, id) })}
        onPick={onUnit}
      />
      <ColumnTable table={table} onTable={onTable} />
      {lacking && <Notice trouble>{lacking}</Notice>}
      {state === 'loading' && <p role="status">{words.loadingUnits(index.rows.size)}</p>}
      <div class="row">
        <button type="button" class="button" aria-disabled={!isReady} onClick={next}>
          {words.next}
        </button>
        <button type="button" class="button plain" onClick={onBack}>
          {words.back}
        </button>
      </div>
    </section>
  );
}

function ColumnTable({ table, onTable }: Pick<Props, 'table' | 'onTable'>) {
  const words = useImportWords();
  const headings = table.rows[table.heading] ?? [];
  const nameOf = (i: number) => (headings[i] ?? '').trim() || words.columns.unnamed(i + 1);
  const used = table.columns.flatMap((_, i) => (isEmpty(table, i) ? [] : [i]));
  const unread = used.filter((i) => table.columns[i] === null).map(nameOf);
  const pick = (at: number, column: Column | null) => {
    // A column means one thing: whichever held it before gives it up.
    const columns = table.columns.map((old, i) => (i === at ? column : old === column ? null : old));
    onTable({ ...table, columns });
  };
  return (
    <>
      <p>{table.columns.some((column) => column) ? words.columns.lead(table.heading + 1) : words.columns.noHeading}</p>
      <ul class="column-list">
        {used.map((i) => (
          <li key={i}>
            <label class="field">
              <span>{nameOf(i)}</span>
              <select
                value={table.columns[i] ?? ''}
                onChange={(event) => pick(i, (event.currentTarget.value || null) as Column | null)}
              >
                <option value="">{words.columns.none}</option>
                {COLUMNS.map((column) => (
                  <option key={column} value={column}>
                    {words.columns.names[column]}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      {unread.length > 0 && <p class="small soft">{words.columns.unread(unread.join('、'))}</p>}
    </>
  );
}

/** What keeps the columns from being enough. */
function lackingIn({ columns }: Table, words: ReturnType<typeof useImportWords>): string | undefined {
  const missing = NEEDED.filter((column) => !columns.includes(column)).map((column) => words.columns.names[column]);
  if (missing.length > 0) return words.columns.missing(missing.join('、'));
  return columns.includes('phone') || columns.includes('idNumber') ? undefined : words.columns.missingNumber;
}

function isEmpty({ rows }: Table, column: number): boolean {
  return rows.every((row) => (row[column] ?? '').trim() === '');
}

/** The unit and all below it, those that are there today. */
function unitsUnder(index: TreeIndex, unit: string) {
  const found: { id: string; name: string; parent: string | null }[] = [];
  const add = (id: string) => {
    const row = index.rows.get(id);
    if (row !== undefined) found.push(row);
    for (const child of index.below(id)) add(child);
  };
  add(unit);
  return found;
}
