// What an import finds wrong, line by line, each with a sentence that says what to do; and the same as a file.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { csvOf } from '../../../shell/csv.ts';
import { saveFile } from '../../../shell/save.ts';
import { linesIn } from './counts.tsx';

const SHOWN_AT_ONCE = 100;

/** A trouble as it is read. */
export interface TroubleRow {
  line: number;
  /** Whom or what the line is about. */
  subject: string;
  /** The column's name, of what is wrong in one column. */
  column?: string | undefined;
  value?: string | undefined;
  code: string;
  sentence: string;
  /** What stands behind the sentence on the page. */
  more?: ComponentChildren;
}

interface Words {
  list: (lines: number) => string;
  line: string;
  column: string;
  value: string;
  problem: string;
  download: string;
  fileName: string;
  more: (rest: number) => string;
}

interface Props {
  rows: readonly TroubleRow[];
  words: Words;
  /** The heading over the subjects. */
  subject: string;
}

export function Troubles({ rows, words, subject }: Props) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  if (rows.length === 0) return null;
  const title = words.list(linesIn(rows));
  const rest = rows.length - shown;
  const save = () => {
    const heading = [words.line, subject, words.column, words.value, words.problem];
    const cells = rows.map((row) => [
      ...[String(row.line), row.subject, row.column ?? '', row.value ?? ''],
      row.sentence,
    ]);
    saveFile(words.fileName, csvOf([heading, ...cells]), 'text/csv');
  };
  return (
    <section class="stack-tight" aria-label={title}>
      <div class="spread wraps">
        <h3>{title}</h3>
        <button type="button" class="tool" onClick={save}>
          {words.download}
        </button>
      </div>
      <table class="table troubles">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{subject}</th>
            <th scope="col">{words.problem}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={`${row.line} ${row.column} ${row.code}`}>
              <th scope="row">{row.line}</th>
              <td>{row.subject}</td>
              <td>
                {row.column && <strong>{row.column}</strong>}
                {row.value && <span class="soft">「{row.value}」</span>} {row.sentence}
                {row.more}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <button type="button" class="button plain" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
          {words.more(rest)}
        </button>
      )}
    </section>
  );
}
