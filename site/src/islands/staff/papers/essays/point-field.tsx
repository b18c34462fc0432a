// Marks for one point: typed, or all or nothing by a button. Enter goes on to the next point, with Shift to the one before.
import { useEffect, useId, useState } from 'preact/hooks';
import { halfPointsOf, marksText } from '../figures.ts';
import { usePapersWords } from '../use-words.ts';

interface Props {
  text: string;
  /** Half-points. */
  possible: number;
  given: number | undefined;
  onGive: (half: number) => void;
}

export function PointField({ text, possible, given, onGive }: Props) {
  const w = usePapersWords();
  const id = useId();
  const [typed, setTyped] = useState(given === undefined ? '' : marksText(given));
  const half = halfPointsOf(typed, possible);
  const isWrong = typed.trim() !== '' && half === undefined;
  // Marks that came from elsewhere: a button, another tab, the server.
  useEffect(() => {
    if (given !== undefined && half !== given) setTyped(marksText(given));
  }, [given]);
  const type = (next: string) => {
    setTyped(next);
    const value = halfPointsOf(next, possible);
    if (value !== undefined && value !== given) onGive(value);
  };
  return (
    <div class="point">
      <label for={id}>{w.essays.point(text, marksText(possible))}</label>
      <div class="row tight">
        <input
          id={id}
          class="point-input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-fault` : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            step(event.currentTarget, event.shiftKey ? -1 : 1);
          }}
        />
        <button type="button" class="tool" aria-label={w.titled(`0 ${w.essays.none0}`, text)} onClick={() => type('0')}>
          0
        </button>
        <button
          type="button"
          class="tool"
          aria-label={w.titled(`${marksText(possible)} ${w.essays.full}`, text)}
          onClick={() => type(marksText(possible))}
        >
          {marksText(possible)}
        </button>
      </div>
      {isWrong && (
        <p class="small fault" id={`${id}-fault`}>
          {w.essays.fault(marksText(possible))}
        </p>
      )}
    </div>
  );
}

function step(from: HTMLInputElement, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLInputElement>('.point-input')];
  const next = all[all.indexOf(from) + by];
  next?.focus();
  next?.select();
}
