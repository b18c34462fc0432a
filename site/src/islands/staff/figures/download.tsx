// What is shown, to take along: as a file, and on paper.
import { csvOf } from '../../../shell/csv.ts';
import { saveFile } from '../../../shell/save.ts';
import type { AtUnit, Ranked, Read } from './answers.ts';
import { sheetOf } from './sheet.ts';
import { useFiguresWords } from './words.ts';

export function Download({ read, ranked }: { place: AtUnit; read: Read; ranked: Ranked | undefined }) {
  const { w, i } = useFiguresWords();
  const { year, from, to } = read.period;
  const save = () => {
    const name = w.fileName(read.unit.name, w.months(year, from, to)).replace(/[\\/:*?"<>|]/g, '_');
    saveFile(name, csvOf(sheetOf({ read, ranked }, { w, i })), 'text/csv');
  };
  return (
    <div class="row no-print">
      <button type="button" class="button plain" onClick={save}>
        {w.download}
      </button>
      <button type="button" class="button plain" onClick={() => print()}>
        {w.print}
      </button>
    </div>
  );
}
