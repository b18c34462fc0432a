// A course's state as a word in a frame: the word says it, the frame's colour only helps.
import type { CourseState } from '../../../../../functions/domain/courses/course.ts';
import { useTeachWords } from './use-words.ts';

export function StateTag({ state }: { state: CourseState }) {
  const w = useTeachWords();
  const isQuiet = state === 'closed' || state === 'cancelled' || state === 'draft';
  return <span class={isQuiet ? 'tag over' : 'tag'}>{w.states[state]}</span>;
}
