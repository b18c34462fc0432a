// Taking one's data along: everything as one file, or table by table. It is read once, when first asked for, and kept until the page is left.
import { useRef, useState } from 'preact/hooks';
import { dayOf } from '../../../../functions/domain/time.ts';
import type { ApiProblem, Call } from '../../api/client.ts';
import { csvOf } from '../../shell/csv.ts';
import { saveFile } from '../../shell/save.ts';
import { useShell } from '../../shell/shell.tsx';
import { usePending } from '../me/use-sync.ts';
import type { Own } from './own.ts';
import { Trouble } from './problem.tsx';
import { TABLES, type TableName, tableOf } from './tables.ts';
import { type TakenOut, takeOut } from './take-out.ts';
import { useProfileWords } from './use-words.ts';

export function ExportCard({ own, call }: { own: Own; call: Call }) {
  const t = useProfileWords();
  const pending = usePending();
  const { told, problem, isBusy, save } = useExport(own, call);
  return (
    <section class="card" aria-labelledby="export">
      <h2 id="export">{t.export.title}</h2>
      <p class="small soft">{t.export.hint}</p>
      {pending > 0 && <p class="small">{t.export.unsent(pending)}</p>}
      {problem && <Trouble problem={problem} />}
      <p role="status">{told}</p>
      <div class="stack-tight">
        <div>
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => save('all')}>
            {t.export.all}
          </button>
        </div>
        <p class="small soft">{t.export.allHint}</p>
      </div>
      <fieldset class="choice">
        <legend>{t.export.tables}</legend>
        <div class="row">
          {TABLES.map((name) => (
            <button key={name} type="button" class="tool" aria-disabled={isBusy} onClick={() => save(name)}>
              {t.export.files[name]}
            </button>
          ))}
        </div>
      </fieldset>
    </section>
  );
}

function useExport(own: Own, call: Call) {
  const { words, now } = useShell();
  const t = useProfileWords();
  const taken = useRef<{ version: number; all: TakenOut } | undefined>();
  const [told, setTold] = useState<string | undefined>();
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [isBusy, setBusy] = useState(false);
  const read = async (): Promise<TakenOut> => {
    if (taken.current?.version === own.version) return taken.current.all;
    setTold(t.export.reading);
    const all = await takeOut(call, own.id, (n) => setTold(t.export.readingJournal(n)));
    taken.current = { version: own.version, all };
    return all;
  };
  const run = async (what: TableName | 'all') => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const all = await read();
      const kind = what === 'all' ? t.export.whole : t.export.files[what];
      const name = t.export.fileName(kind, dayOf(now()));
      const file = what === 'all' ? `${name}.json` : `${name}.csv`;
      if (what === 'all')
        saveFile(
          file,
          JSON.stringify(
            { ...all.record, journal: all.journal, mock: all.mock, exams: all.exams, subsidies: all.subsidies },
            null,
            2,
          ),
          'application/json',
        );
      else saveFile(file, csvOf(tableOf(what, all, { words, t })), 'text/csv');
      setTold(t.export.done(file));
    } catch (error) {
      // The client throws nothing but problems.
      setProblem(error as ApiProblem);
      setTold(undefined);
    } finally {
      setBusy(false);
    }
  };
  return { told, problem, isBusy, save: (what: TableName | 'all') => void run(what) };
}
