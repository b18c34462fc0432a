// The options of a question: buttons before the answer, verdicts with reasons after it.
import type { OptionId, Question } from '../../../../functions/domain/questions/question.ts';
import { OptionButton } from '../../shell/option-button.tsx';
import { useShell } from '../../shell/shell.tsx';

interface Props {
  question: Question;
  picked: readonly OptionId[];
  /** Whether keys and reasons are shown. */
  open: boolean;
  onPick: (option: OptionId) => void;
}

export function OptionList({ question, picked, open, onPick }: Props) {
  return (
    <ol class="options">
      {question.options.map((option) => {
        const isPicked = picked.includes(option.id);
        return (
          <li key={option.id}>
            {open ? (
              <OpenOption option={option} isRight={question.key.includes(option.id)} isPicked={isPicked} />
            ) : (
              <OptionButton
                {...{ letter: option.id, id: option.id, text: option.text, kind: question.kind, isPicked }}
                onPick={() => onPick(option.id)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function OpenOption(props: { option: Question['options'][number]; isRight: boolean; isPicked: boolean }) {
  const { words } = useShell();
  const { option, isRight, isPicked } = props;
  const state = isRight ? 'right' : isPicked ? 'wrong' : 'rest';
  return (
    <div class="option open" data-option={option.id} data-state={state}>
      <span class="letter" aria-hidden="true">
        {isRight ? '✓' : isPicked ? '✗' : option.id}
      </span>
      <div>
        <p>
          <em>{option.id}.</em> {option.text}{' '}
          <span class="tags small">
            {isRight && <span class="visually-hidden">{words.drill.optionRight}</span>}
            {!isRight && isPicked && <span class="visually-hidden">{words.drill.optionWrong}</span>}
            {isPicked && <span>{words.drill.optionPicked}</span>}
          </span>
        </p>
        <p class="why small">{option.why}</p>
      </div>
    </div>
  );
}
