// The heading of a step: which it is, of how many. It takes the focus when the step begins, so that nobody is left behind.
import { useEffect, useRef } from 'preact/hooks';
import { useImportWords } from './use-words.ts';

export function StepHeading({ step, isFirst = false }: { step: number; isFirst?: boolean }) {
  const words = useImportWords();
  const text = words.step(step, words.steps.length, words.steps[step - 1] ?? '');
  return <Heading step={step} text={text} isFirst={isFirst} />;
}

export function Heading({ step, text, isFirst = false }: { step: number; text: string; isFirst?: boolean }) {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) place.current?.focus();
  }, [step]);
  return (
    <h2 ref={place} tabIndex={-1} class="step-heading">
      {text}
    </h2>
  );
}
