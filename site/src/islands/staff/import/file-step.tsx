// Step 1: a file, chosen or dropped, and what it must look like.
import type { ComponentChildren, ComponentProps } from 'preact';
import { Notice } from '../../../shell/parts.tsx';
import { type ChosenFile, FilePlace, useReading } from './file-place.tsx';

type Reading = ReturnType<typeof useReading>;

interface Words {
  lead: string;
  next: string;
  file: ComponentProps<typeof FilePlace>['words'] & {
    faults: Record<NonNullable<Reading['fault']>, string>;
    chosen: (name: string) => string;
    private: string;
    what: string;
    rules: readonly string[];
    template: string;
  };
}

interface Props {
  /** The file that was chosen before. */
  file: ChosenFile | undefined;
  heading: ComponentChildren;
  words: Words;
  /** Where the template lies, and under which name it is saved. */
  template: { href: string; name: string };
  /** Finds the row of headings; see useReading. */
  headingsIn?: Parameters<typeof useReading>[1];
  onChosen: (file: ChosenFile) => void;
  onNext: () => void;
}

export function FileStep({ file, heading, words, template, headingsIn, onChosen, onNext }: Props) {
  const { isReading, fault, read } = useReading(onChosen, headingsIn);
  return (
    <>
      <p class="soft">{words.lead}</p>
      <section class="card">
        {heading}
        {fault && <Notice trouble>{words.file.faults[fault]}</Notice>}
        <FilePlace isReading={isReading} words={words.file} onFile={read} />
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
          <a class="button plain" href={template.href} download={template.name}>
            {words.file.template}
          </a>
        </div>
      </section>
    </>
  );
}
