// The button for all valid certificates as PDFs, with its progress; whoever stops goes on where it stopped.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../../../../api/client.ts';
import { saveBlob } from '../../../../shell/save.ts';
import { Trouble } from '../../parts.tsx';
import { fileName } from '../file-name.ts';
import { useTeachWords } from '../use-words.ts';
import type { Completion } from './completions-table.tsx';
import { NOTHING_SAVED, printCourse, type Saved } from './course-file.ts';

/** Certificates of one file, as the server cuts them. */
const IN_FILE = 50;

export function PrintAll({ course, title, list }: { course: string; title: string; list: readonly Completion[] }) {
  const w = useTeachWords();
  const [saved, setSaved] = useState<Saved | undefined>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const isWanted = useRef(true);
  const stop = () => {
    isWanted.current = false;
  };
  useEffect(() => stop, []);
  const valid = list.filter(({ status }) => status === 'valid').length;
  const isHalf = saved !== undefined && (saved.next !== undefined || (problem !== undefined && saved.files === 0));
  const run = async () => {
    if (isBusy) return;
    isWanted.current = true;
    const from = saved?.next === undefined ? NOTHING_SAVED : saved;
    setBusy(true);
    setProblem(undefined);
    setSaved(from);
    const save = (blob: Blob, part: number | undefined) => {
      const name = part === undefined ? w.completions.fileName(title) : w.completions.partName(title, part);
      saveBlob(`${fileName(name)}.pdf`, blob);
    };
    try {
      await printCourse({ send: fetch, course, from, save, onSaved: setSaved, isWanted: () => isWanted.current });
    } catch (error) {
      setProblem(error as ApiProblem);
    }
    setBusy(false);
  };
  if (valid === 0) return null;
  const nameOf = (number: string) => list.find((one) => one.number === number)?.name ?? number;
  return (
    <div class="stack no-print">
      {problem && <Trouble problem={problem} />}
      {saved && (
        <div class="sending" role="status">
          <progress
            value={saved.pages + saved.unprinted.length}
            max={Math.max(valid, saved.pages)}
            aria-label={w.completions.all(valid)}
          />
          <p>{w.completions.allProgress(saved.pages, valid)}</p>
          {!isBusy && saved.files > 0 && <p>{w.completions.allSaved(saved.files, saved.pages)}</p>}
          {saved.unprinted.length > 0 && <p class="fault">{w.completions.unprinted(saved.unprinted.map(nameOf))}</p>}
        </div>
      )}
      <div class="row">
        <button type="button" class="tool" aria-disabled={isBusy} onClick={() => void run()}>
          {isHalf && !isBusy ? w.completions.allGoOn : w.completions.all(valid)}
        </button>
        {isBusy && valid > IN_FILE && (
          <button type="button" class="tool" onClick={stop}>
            {w.close.stop}
          </button>
        )}
      </div>
      <p class="small soft">{w.completions.allHint(IN_FILE)}</p>
    </div>
  );
}
