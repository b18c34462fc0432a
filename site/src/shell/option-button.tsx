// One option of a question as it is picked: round letters where one is chosen, square ones where several may be.
import type { Kind } from '../../../functions/domain/questions/question.ts';

export function OptionButton(props: {
  /** What stands before it on the screen. */
  letter: string;
  id: string;
  text: string;
  kind: Kind;
  isPicked: boolean;
  isDisabled?: boolean;
  onPick: () => void;
}) {
  return (
    <button
      type="button"
      class="option"
      data-option={props.id}
      aria-pressed={props.isPicked}
      aria-keyshortcuts={props.letter}
      disabled={props.isDisabled}
      onClick={props.onPick}
    >
      <span class={props.kind === 'single' ? 'letter' : 'letter square'} aria-hidden="true">
        {props.letter}
      </span>
      <span class="visually-hidden">{props.letter}. </span>
      <span>{props.text}</span>
    </button>
  );
}
