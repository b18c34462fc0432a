// The strip above a question: where one is, how far, the flag and the answer card.
import { recordOf } from '../../../../functions/domain/practice/fold.ts';
import type { Question } from '../../../../functions/domain/questions/question.ts';
import type { Drill } from '../../journal/drill-record.ts';
import { Bar } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';

interface Props {
  drill: Drill;
  question: Question;
  onCard: () => void;
  onFlag: () => void;
}

export function Strip({ drill, question, onCard, onFlag }: Props) {
  const { words, lang, page } = useShell();
  const { state } = useJournal();
  const isFlagged = recordOf(state, question.id).flagged;
  const at = drill.index + 1;
  const done = drill.mode === 'study' ? at : Object.keys(drill.given).length;
  return (
    <div class="strip stack-tight">
      <div class="spread">
        <a class="back" href={page(`/practice/?subject=${drill.subject}`)}>
          ‹ {(drill.title.at(-1) ?? drill.title[0])?.[lang]}
        </a>
        <span class="small soft">
          {drill.mode === 'study' ? `${words.drill.study} · ` : ''}
          {words.difficulties[question.difficulty]}
        </span>
      </div>
      <div class="row">
        <span class="position">
          <span aria-hidden="true">
            {at} / {drill.questions.length}
          </span>
          <span class="visually-hidden">{words.drill.position(at, drill.questions.length)}</span>
        </span>
        <button type="button" class="tool" aria-pressed={isFlagged} onClick={onFlag}>
          <span aria-hidden="true">⚑</span>
          {isFlagged ? words.drill.flagged : words.drill.flag}
        </button>
        <button type="button" class="tool" onClick={onCard}>
          <span aria-hidden="true">▦</span>
          {words.drill.card}
        </button>
      </div>
      <Bar share={(done * 100) / drill.questions.length} />
    </div>
  );
}
