// Step 2: what each column of the file holds; year and level for lines that say none.
import { useState } from 'preact/hooks';
import { EXAM_COLUMNS, type ExamColumn } from '../../../../../../functions/domain/imports/exam-columns.ts';
import type { Level } from '../../../../../../functions/domain/questions/release.ts';
import { Notice, Select } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { examsWords } from '../../../exams/said.ts';
import type { ChosenFile } from '../../import/file-place.tsx';
import { LEVELS } from '../route.ts';
import { yearsOf } from '../rows.ts';
import { type ExamPlan, type ExamTable, examPlanOf } from './plan.ts';
import { StepHeading } from './step-heading.tsx';
import { useExamsImportWords } from './words.ts';

interface Props {
  file: ChosenFile;
  table: ExamTable;
  onTable: (table: ExamTable) => void;
  onBack: () => void;
  onNext: (plan: ExamPlan) => void;
}

export function ColumnsStep({ file, table, onTable, onBack, onNext }: Props) {
  const { today, words: common, lang } = useStaff();
  const words = useExamsImportWords();
  const has = (column: ExamColumn) => table.columns.includes(column);
  const [year, setYear] = useState(today.slice(0, 4));
  const [level, setLevel] = useState<Level | ''>('');
  const lacking = lackingIn(has, words.columns);
  const next = () => {
    if (lacking !== undefined) return;
    onNext(examPlanOf(table, { today, year: Number(year), level: level === '' ? undefined : level }));
  };
  return (
    <section class="card">
      <StepHeading step={2} />
      <p>{words.file.chosen(file.name)}</p>
      <div class="filters">
        <Select
          label={words.columns.year}
          value={year}
          options={yearsOf(today).map((one) => ({ value: one, text: examsWords(lang).year(Number(one)) }))}
          onPick={setYear}
        />
        <Select
          label={words.columns.level}
          value={level}
          options={['' as const, ...LEVELS].map((one) => ({
            value: one,
            text: one === '' ? words.columns.unsaid : common.levels[one],
          }))}
          onPick={setLevel}
        />
      </div>
      <ColumnTable table={table} onTable={onTable} />
      {lacking && <Notice trouble>{lacking}</Notice>}
      <div class="row">
        <button type="button" class="button" aria-disabled={lacking !== undefined} onClick={next}>
          {words.next}
        </button>
        <button type="button" class="button plain" onClick={onBack}>
          {words.previous}
        </button>
      </div>
    </section>
  );
}

function ColumnTable({ table, onTable }: Pick<Props, 'table' | 'onTable'>) {
  const { columns: w } = useExamsImportWords();
  const nameOf = (i: number) => (table.rows[table.heading]?.[i] ?? '').trim() || w.unnamed(i + 1);
  const used = table.columns.flatMap((_, i) => (table.rows.every((row) => (row[i] ?? '').trim() === '') ? [] : [i]));
  const pick = (at: number, column: ExamColumn | null) => {
    // A column means one thing: whichever held it before gives it up.
    const columns = table.columns.map((old, i) => (i === at ? column : old === column ? null : old));
    onTable({ ...table, columns });
  };
  return (
    <>
      <p>{table.columns.some((column) => column) ? w.lead(table.heading + 1) : w.noHeading}</p>
      <ul class="column-list">
        {used.map((i) => (
          <li key={i}>
            <Select
              label={nameOf(i)}
              value={table.columns[i] ?? ''}
              options={[
                { value: '', text: w.none },
                ...EXAM_COLUMNS.map((column) => ({ value: column as string, text: w.names[column] })),
              ]}
              onPick={(value) => pick(i, value === '' ? null : (value as ExamColumn))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What keeps the columns from being enough. */
function lackingIn(
  has: (column: ExamColumn) => boolean,
  w: ReturnType<typeof useExamsImportWords>['columns'],
): string | undefined {
  if (!has('name')) return w.missing;
  if (!has('idNumber') && !has('phone')) return w.missingNumber;
  return (['comprehensive', 'practice', 'law', 'overall'] as const).some(has) ? undefined : w.missingPaper;
}
