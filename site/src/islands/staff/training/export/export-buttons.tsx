// A list as a workbook or as CSV, in the training pages' words.
import type { ComponentProps } from 'preact';
import { useTeachWords } from '../use-words.ts';
import { SaveButtons } from './save-buttons.tsx';

export function ExportButtons(props: Omit<ComponentProps<typeof SaveButtons>, 'words'>) {
  return <SaveButtons {...props} words={useTeachWords().exports} />;
}
