// When it was: a day and so many hours, or from when to when, in as many parts as it had; of a degree the day on which it was awarded.
import { Choice } from '../../shell/parts.tsx';
import { EMPTY_SPAN, SPANS_MOST, type Span } from './draft.ts';
import type { PartProps } from './part.ts';
import { TextInput } from './text-input.tsx';

export function TimeFields(part: PartProps) {
  const { draft, said, set } = part;
  const { w } = said;
  if (draft.kind === 'degree') {
    return <TextInput {...part} name="day" type="date" label={w.awarded} hint={w.awardedHint} />;
  }
  return (
    <>
      <Choice
        legend={w.how}
        name="entry-how"
        options={['day', 'times']}
        label={(how) => w.hows[how]}
        value={draft.how}
        onPick={(how) => set({ how })}
      />
      {draft.how === 'times' ? (
        <Spans {...part} />
      ) : (
        <div class="ledger-pair">
          <TextInput {...part} name="day" type="date" label={w.day} />
          <TextInput {...part} name="length" inputMode="decimal" label={w.length} />
        </div>
      )}
    </>
  );
}

function Spans({ draft, faults, said: { w }, set }: PartProps) {
  const { spans } = draft;
  const change = (i: number, changed: Partial<Span>) =>
    set({ spans: spans.map((span, j) => (i === j ? { ...span, ...changed } : span)) });
  return (
    <div class="stack-tight">
      {spans.map((span, i) => (
        <fieldset key={i} class="span-fields" aria-describedby={faults[`span-${i}`] && `span-${i}-fault`}>
          <legend class="small">{w.span(i + 1)}</legend>
          {(['day', 'from', 'to'] as const).map((name) => (
            <label key={name} class="field">
              <span class="small">{w[name]}</span>
              <input
                type={name === 'day' ? 'date' : 'time'}
                value={span[name]}
                aria-invalid={faults[`span-${i}`] !== undefined}
                onInput={(event) => change(i, { [name]: event.currentTarget.value })}
              />
            </label>
          ))}
          {faults[`span-${i}`] !== undefined && (
            <p class="small ledger-fault" id={`span-${i}-fault`}>
              {faults[`span-${i}`]}
            </p>
          )}
          {spans.length > 1 && (
            <button type="button" class="link" onClick={() => set({ spans: spans.filter((_, j) => j !== i) })}>
              {w.dropSpan(i + 1)}
            </button>
          )}
        </fieldset>
      ))}
      {spans.length < SPANS_MOST && (
        <div>
          <button
            type="button"
            class="link"
            onClick={() => set({ spans: [...spans, { ...EMPTY_SPAN, day: spans.at(-1)?.day ?? '' }] })}
          >
            {w.addSpan}
          </button>
        </div>
      )}
    </div>
  );
}
