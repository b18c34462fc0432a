// The place that a file is chosen at or dropped on, and the reading of it in the browser.
import { useState } from 'preact/hooks';
import { FileFault, type FileReason, MOST } from './file-fault.ts';

export interface ChosenFile {
  name: string;
  rows: string[][];
}

/** Reads a file; the readers are loaded when there is something to read. `findHeadings`: those of people unless others are looked for. */
export function useReading(
  onChosen: (file: ChosenFile) => void,
  findHeadings?: (rows: readonly (readonly string[])[]) => number | undefined,
) {
  const [isReading, setReading] = useState(false);
  const [fault, setFault] = useState<FileReason | undefined>();
  const read = async (file: File) => {
    setFault(undefined);
    setReading(true);
    try {
      if (file.size > MOST.bytes) throw new FileFault('too-large');
      const { readFile } = await import('./read-file.ts');
      onChosen({ name: file.name, rows: await readFile(new Uint8Array(await file.arrayBuffer()), findHeadings) });
    } catch (error) {
      setFault(error instanceof FileFault ? error.reason : 'damaged');
    } finally {
      setReading(false);
    }
  };
  return { isReading, fault, read: (file: File) => void read(file) };
}

interface FilePlaceProps {
  isReading: boolean;
  words: Record<'choose' | 'drop' | 'reading', string>;
  onFile: (file: File) => void;
}

export function FilePlace({ isReading, words, onFile }: FilePlaceProps) {
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
        {isReading ? words.reading : words.choose}
      </span>
      <span class="visually-hidden">{words.choose}</span>
      <span class="soft small drop-hint">{words.drop}</span>
      <span class="visually-hidden" role="status">
        {isReading ? words.reading : ''}
      </span>
    </label>
  );
}
