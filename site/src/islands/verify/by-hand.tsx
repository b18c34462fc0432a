// Checking by the number: slips of the pen are found before anything is asked.
import { useState } from 'preact/hooks';
import { readNumber } from '../../../../functions/domain/completions/number.ts';
import { Notice } from '../../shell/parts.tsx';
import { useDoorWords } from '../door/words.ts';

export function ByHand({ onNumber }: { onNumber: (number: string) => void }) {
  const { verify } = useDoorWords();
  const [text, setText] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const number = readNumber(text);
    setFaulty(number === undefined);
    if (number !== undefined) onNumber(number);
  };
  return (
    <form class="card" onSubmit={submit} noValidate>
      <h2>{verify.byHand}</h2>
      <label class="field">
        <span>{verify.numberLabel}</span>
        <input
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          value={text}
          aria-invalid={isFaulty}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {isFaulty && <Notice trouble>{verify.numberFault}</Notice>}
      <div>
        <button type="submit" class="button">
          {verify.look}
        </button>
      </div>
    </form>
  );
}
