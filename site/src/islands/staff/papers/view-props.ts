// One paper as its views get it.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Place } from './route.ts';

export type PaperRead = Answer<'readSetPaper'>;

export interface ViewProps {
  paper: PaperRead;
  place: Place;
  reload: () => Promise<void>;
}
