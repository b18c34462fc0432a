// The troubles of a list of results.
import { Troubles } from '../../import/troubles.tsx';
import type { ExamTrouble } from './plan.ts';
import { useExamsImportWords } from './words.ts';

export function TroubleList({ troubles }: { troubles: readonly ExamTrouble[] }) {
  const { troubles: words, columns, trouble: textOf } = useExamsImportWords();
  const rows = troubles.map((one) => ({
    ...{ line: one.line, subject: one.name, value: one.value, code: one.code, sentence: textOf(one) },
    column: one.column && columns.names[one.column],
  }));
  return <Troubles rows={rows} words={words} subject={words.name} />;
}
