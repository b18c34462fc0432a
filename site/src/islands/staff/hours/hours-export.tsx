// The people shown, as a workbook or as CSV. What writes them is fetched when it is asked for.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { hoursSheet } from './hours-sheet.ts';
import type { Row } from './rows.ts';
import { keeperWords } from './words.ts';

export function HoursExport({ rows }: { rows: readonly Row[] }) {
  const { lang, words, toast, today } = useStaff();
  const w = keeperWords(lang);
  const [isBusy, setBusy] = useState(false);
  const run = async (kind: 'xlsx' | 'csv') => {
    if (isBusy) return;
    setBusy(true);
    try {
      const { saveCsv, saveWorkbook } = await import('../training/export/sheets.ts');
      const sheet = hoursSheet(rows, { words, w });
      const file = `${w.staff.file} ${today}`;
      if (kind === 'csv') saveCsv(file, sheet);
      else await saveWorkbook(file, [sheet]);
    } catch {
      toast(w.staff.exportFailed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="row">
      {(['xlsx', 'csv'] as const).map((kind) => (
        <button key={kind} type="button" class="tool" aria-disabled={isBusy} onClick={() => void run(kind)}>
          {w.staff[kind]}
        </button>
      ))}
    </div>
  );
}
