// Lists and totals as files: amounts are numbers, so that a spreadsheet adds them up, and no cell is a formula. What writes them is fetched when asked for.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { rulesIn, ruleText } from '../../subsidies/said.ts';
import type { Sheet } from '../training/export/sheets.ts';
import type { BatchRead } from './move-dialog.tsx';
import type { DeskSaid } from './words.ts';

/** Everybody on a list, for whoever pays. */
export function batchSheet({ rows, rule }: Pick<BatchRead, 'rows' | 'rule'>, said: DeskSaid): Sheet {
  const { s, w, words } = said;
  const [first] = rulesIn({ rules: [rule] });
  const name = first === undefined ? rule.id : ruleText(first, said);
  const { columns } = s;
  return {
    name: s.batch.file,
    head: [
      columns.number,
      columns.name,
      columns.unit,
      columns.rule,
      columns.level,
      columns.amount,
      columns.day,
      columns.state,
    ],
    rows: rows.map((row, i) => [
      ...[i + 1, row.name, row.unitName, name, words.levelNames[row.level], (row.cents ?? 0) / 100],
      ...[row.day, w.states[row.state]],
    ]),
  };
}

export function SheetExport({ sheet, said }: { sheet: () => Sheet; said: DeskSaid }) {
  const { toast, today } = useStaff();
  const { s } = said;
  const [isBusy, setBusy] = useState(false);
  const run = async (kind: 'xlsx' | 'csv') => {
    if (isBusy) return;
    setBusy(true);
    try {
      const { saveCsv, saveWorkbook } = await import('../training/export/sheets.ts');
      const made = sheet();
      const file = `${made.name} ${today}`;
      if (kind === 'csv') saveCsv(file, made);
      else await saveWorkbook(file, [made]);
    } catch {
      toast(s.batch.exportFailed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {(['xlsx', 'csv'] as const).map((kind) => (
        <button key={kind} type="button" class="tool" aria-disabled={isBusy} onClick={() => void run(kind)}>
          {s.batch[kind]}
        </button>
      ))}
    </>
  );
}
