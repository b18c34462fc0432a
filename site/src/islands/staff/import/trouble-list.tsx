// The troubles line by line, each with a sentence that says what to do; and the same as a file.
import { useState } from 'preact/hooks';
import { csvOf } from '../../../shell/csv.ts';
import { saveFile } from '../../../shell/save.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { addressOf } from '../route.ts';
import { linesIn, type Trouble } from './plan.ts';
import { useImportWords } from './use-words.ts';

const SHOWN_AT_ONCE = 100;

export function TroubleList({ troubles }: { troubles: readonly Trouble[] }) {
  const words = useImportWords();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  if (troubles.length === 0) return null;
  const { check, columns } = words;
  const rest = troubles.length - shown;
  return (
    <section class="stack-tight" aria-label={check.list(linesIn(troubles))}>
      <div class="spread wraps">
        <h3>{check.list(linesIn(troubles))}</h3>
        <button type="button" class="tool" onClick={() => save(troubles, words)}>
          {check.download}
        </button>
      </div>
      <table class="table troubles">
        <thead>
          <tr>
            <th scope="col">{check.line}</th>
            <th scope="col">{check.name}</th>
            <th scope="col">{check.problem}</th>
          </tr>
        </thead>
        <tbody>
          {troubles.slice(0, shown).map((trouble) => (
            <tr key={`${trouble.line} ${trouble.column} ${trouble.code}`}>
              <th scope="row">{trouble.line}</th>
              <td>{trouble.name}</td>
              <td>
                {trouble.column && <strong>{columns.names[trouble.column]}</strong>}
                {trouble.value && <span class="soft">「{trouble.value}」</span>} {words.trouble(trouble)}
                {trouble.person && <Registered person={trouble.person} line={trouble.line} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <button type="button" class="button plain" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
          {check.more(rest)}
        </button>
      )}
    </section>
  );
}

/** The way to whoever is registered: beside, for the import goes on here. */
function Registered({ person, line }: { person: string; line: number }) {
  const { page } = useStaff();
  const { check } = useImportWords();
  return (
    <>
      {' '}
      <a
        href={page(addressOf({ page: 'person', person }))}
        target="_blank"
        rel="noopener"
        aria-label={check.registeredAt(line)}
      >
        {check.registered}
      </a>
    </>
  );
}

function save(troubles: readonly Trouble[], words: ReturnType<typeof useImportWords>): void {
  const { check, columns } = words;
  const heading = [check.line, check.name, check.column, check.value, check.problem];
  const rows = troubles.map((trouble) => {
    const column = trouble.column === undefined ? '' : columns.names[trouble.column];
    return [String(trouble.line), trouble.name, column, trouble.value ?? '', words.trouble(trouble)];
  });
  saveFile(check.fileName, csvOf([heading, ...rows]), 'text/csv');
}
