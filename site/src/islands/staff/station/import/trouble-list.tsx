// The troubles of a list of activities.
import { Troubles } from '../../import/troubles.tsx';
import type { WorkTrouble } from './plan.ts';
import { useStationImportWords } from './words.ts';

export function TroubleList({ troubles }: { troubles: readonly WorkTrouble[] }) {
  const { troubles: words, columns, trouble: sentences } = useStationImportWords();
  const rows = troubles.map(({ line, title, column, value, code }) => ({
    ...{ line, subject: title, value, code, sentence: sentences[code] },
    column: column && columns[column],
  }));
  return <Troubles rows={rows} words={words} subject={words.title} />;
}
