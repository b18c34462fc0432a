// Step 1: a file, chosen or dropped, and what it must look like.
import { useState } from 'preact/hooks';
import { Notice } from '../../../shell/parts.tsx';
import { FileFault, type FileReason, MOST } from './file-fault.ts';
import { StepHeading } from './step-heading.tsx';
import { useImportWords } from './use-words.ts';

export interface ChosenFile {
  name: string;
  rows: string[][];
}

interface Props {
  /** The file that was chosen before. */
  file: ChosenFile | undefined;
  onChosen: (file: ChosenFile) => void;
  onNext: () => void;
}

export function FileStep({ file, onChosen, onNext }: Props) {
  const words = useImportWords();
  const { isReading, fault, read } = useReading(onChosen);
  return (
    <>
      <p class="soft">{words.lead}</p>
      <section class="card">
        <StepHeading step={1} isFirst={file === undefined} />
        {fault && <Notice trouble>{words.file.faults[fault]}</Notice>}
        <FilePlace isReading={isReading} onFile={read} />
        {file && (
          <div class="row">
            <span>{words.file.chosen(file.name)}</span>
            <button type="button" class="button" onClick={onNext}>
              {words.next}
            </button>
          </div>
        )}
        <p class="small soft">{words.file.private}</p>
      </section>
      <section class="card">
        <h2>{words.file.what}</h2>
        <ul class="rules">
          {words.file.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <div>
          <a class="button plain" href="/staff/import/template.xlsx" download="人员导入模板.xlsx">
            {words.file.template}
          </a>
        </div>
      </section>
    </>
  );
}

/** Reads a file; the readers are loaded when there is something to read. */
function useReading(onChosen: Props['onChosen']) {
  const [isReading, setReading] = useState(false);
  const [fault, setFault] = useState<FileReason | undefined>();
  const read = async (file: File) => {
    setFault(undefined);
    setReading(true);
    try {
      if (file.size > MOST.bytes) throw new FileFault('too-large');
      const { readFile } = await import('./read-file.ts');
      onChosen({ name: file.name, rows: await readFile(new Uint8Array(await file.arrayBuffer())) });
    } catch (error) {
      setFault(error instanceof FileFault ? error.reason : 'damaged');
    } finally {
      setReading(false);
    }
  };
  return { isReading, fault, read: (file: File) => void read(file) };
}

function FilePlace({ isReading, onFile }: { isReading: boolean; onFile: (file: File) => void }) {
  const words = useImportWords();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined && !isReading) onFile(file);
  };
  return (
    <label
      class={isOver ? 'file-place over' : 'file-place'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <input
        type="file"
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file, mended, may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <span class="button plain" aria-hidden="true">
        {isReading ? words.file.reading : words.file.choose}
      </span>
      <span class="visually-hidden">{words.file.choose}</span>
      <span class="soft small drop-hint">{words.file.drop}</span>
      <span class="visually-hidden" role="status">
        {isReading ? words.file.reading : ''}
      </span>
    </label>
  );
}
