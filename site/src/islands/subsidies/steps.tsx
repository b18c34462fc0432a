// What happened to an application, the first step first: to its person without names, to staff with them.
import { dayOf } from '../../../../functions/domain/time.ts';
import { type Application, type Said, yuanOf } from './said.ts';

export function Steps({ steps, said }: { steps: Application['steps']; said: Said }) {
  const { words, w } = said;
  return (
    <details>
      <summary class="small">{w.history}</summary>
      <ol class="history small">
        {steps.map((step) => (
          <li key={step.at + step.move}>
            {words.date(dayOf(step.at))}　{w.moves[step.move]}
            {step.own ? `　${w.byYou}` : step.byName && `　${step.byName}`}
            {step.cents !== undefined && `　${w.stepAmount(yuanOf(step.cents))}`}
            {step.day !== undefined && `　${w.payDay(words.date(step.day))}`}
            {step.why !== undefined && `　${step.why}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
