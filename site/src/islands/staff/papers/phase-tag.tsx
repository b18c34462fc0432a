// How far a paper is, as a word in a frame: the word says it, the frame's colour only helps.
import type { PaperPhase } from '../../../../../functions/domain/papers/set-paper.ts';
import { usePapersWords } from './use-words.ts';

export function PhaseTag({ phase }: { phase: PaperPhase }) {
  const w = usePapersWords();
  return <span class={phase === 'closed' || phase === 'cancelled' ? 'tag over' : 'tag'}>{w.phases[phase]}</span>;
}
