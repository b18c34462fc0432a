// A list as a workbook or as CSV. What writes them is fetched when it is asked for.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../../shell/staff.tsx';
import type { Sheet } from './sheets.ts';

interface Props {
  /** The file's name, without its ending. */
  file: string;
  /** CSV holds the first alone. Throws, or rejects, when what is to be saved cannot be read. */
  sheets: () => [Sheet, ...Sheet[]] | Promise<[Sheet, ...Sheet[]]>;
  words: { xlsx: string; csv: string; failed: string };
}

export function SaveButtons({ file, sheets, words }: Props) {
  const { toast } = useStaff();
  const [isBusy, setBusy] = useState(false);
  const run = async (kind: 'xlsx' | 'csv') => {
    if (isBusy) return;
    setBusy(true);
    try {
      const { saveCsv, saveWorkbook } = await import('./sheets.ts');
      const made = await sheets();
      if (kind === 'csv') saveCsv(file, made[0]);
      else await saveWorkbook(file, made);
    } catch {
      toast(words.failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="row no-print">
      {(['xlsx', 'csv'] as const).map((kind) => (
        <button key={kind} type="button" class="tool" aria-disabled={isBusy} onClick={() => void run(kind)}>
          {words[kind]}
        </button>
      ))}
    </div>
  );
}
