// The answer card (答题卡): every question at a glance, answered, blank or flagged, and a way to each.
import { useExam, useExamShell } from './exam-shell.tsx';
import { figuresOf, isAnswered } from './figures.ts';

export function AnswerCard({ onGo }: { onGo: (index: number) => void }) {
  const { t } = useExamShell();
  const { book } = useExam();
  const { asked, at } = book.sheet;
  const figures = figuresOf(book);
  return (
    <div class="stack-tight">
      <p class="small">{t.counts(figures.answered.length, figures.blank.length, figures.flagged.length)}</p>
      <ol class="answer-card">
        {asked.map((question, index) => {
          const state = isAnswered(book, question) ? 'answered' : 'blank';
          const { flagged } = book.at(question.n);
          return (
            <li key={question.n}>
              <button
                type="button"
                data-state={state}
                data-flagged={flagged ? '' : undefined}
                aria-current={index === at ? 'true' : undefined}
                aria-label={t.cardQuestion(question.n, t.cardStates[state], flagged)}
                onClick={() => onGo(index)}
              >
                {question.n}
              </button>
            </li>
          );
        })}
      </ol>
      <p class="small soft">{t.cardLegend}</p>
    </div>
  );
}
