// What every training island finds around it: words, the wire, who is here as far as this browser knows.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Instant } from '../../../../functions/domain/time.ts';
import type { Call } from '../../api/client.ts';
import type { Lang } from '../../words/lang.ts';
import type { Words } from '../../words/zh.ts';
import type { TrainingWords } from '../../words/zh-training.ts';

export interface Training {
  lang: Lang;
  words: Words;
  /** What the training pages say. */
  t: TrainingWords;
  /** The address of a page in the page's language. */
  page(path: string): string;
  /** The address that signs in and comes back to a path of `page`. */
  loginAddress(path: string): string;
  call: Call;
  /** Says something for a few seconds. */
  toast(text: string): void;
  /** Who signed in here last; missing for a guest. Whether the session still holds, the server says. */
  person?: string;
  now(): Instant;
  newId(): string;
}

const TrainingContext = createContext<Training | undefined>(undefined);

export const TrainingProvider = TrainingContext.Provider;

export function useTraining(): Training {
  const training = useContext(TrainingContext);
  if (training === undefined) throw new Error('a training island stands outside its shell');
  return training;
}
