// A list as a workbook or as CSV. What writes them is fetched when it is asked for.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../../shell/staff.tsx';
import { useTeachWords } from '../use-words.ts';
import type { Sheet } from './sheets.ts';

interface Props {
  /** The file's name, without its ending. */
  file: string;
  /** CSV holds the first alone. */
  sheets: () => [Sheet, ...Sheet[]];
}

export function ExportButtons({ file, sheets }: Props) {
  const { toast } = useStaff();
  const w = useTeachWords();
  const [isBusy, setBusy] = useState(false);
  const run = async (kind: 'xlsx' | 'csv') => {
    if (isBusy) return;
    setBusy(true);
    try {
      const { saveCsv, saveWorkbook } = await import('./sheets.ts');
      if (kind === 'csv') saveCsv(file, sheets()[0]);
      else await saveWorkbook(file, sheets());
    } catch {
      toast(w.exports.failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="row no-print">
      {(['xlsx', 'csv'] as const).map((kind) => (
        <button key={kind} type="button" class="tool" aria-disabled={isBusy} onClick={() => void run(kind)}>
          {w.exports[kind]}
        </button>
      ))}
    </div>
  );
}
