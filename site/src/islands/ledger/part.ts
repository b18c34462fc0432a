// What every part of the form gets that hands in an entry: what is typed so far, what is wrong with it, in which words.
import type { Draft } from './draft.ts';
import type { Said } from './said.ts';

export interface PartProps {
  draft: Draft;
  /** Field → what is wrong with it, in words. */
  faults: Readonly<Record<string, string>>;
  said: Said;
  set: (change: Partial<Draft>) => void;
}
