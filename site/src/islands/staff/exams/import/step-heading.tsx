// The heading of a step of this import.
import { Heading } from '../../import/step-heading.tsx';
import { useExamsImportWords } from './words.ts';

export function StepHeading({ step, isFirst = false }: { step: number; isFirst?: boolean }) {
  const words = useExamsImportWords();
  const text = words.step(step, words.steps.length, words.steps[step - 1] ?? '');
  return <Heading step={step} text={text} isFirst={isFirst} />;
}
