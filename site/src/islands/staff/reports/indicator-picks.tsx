// Choosing figures: by group, the whole ones first, their parts folded away until they are wanted.
import { useId, useState } from 'preact/hooks';
import type { Indicator } from '../../../../../functions/domain/figures/indicator.ts';
import { INDICATORS } from '../../../../../functions/domain/figures/indicators.ts';
import { isReportable } from '../../../../../functions/domain/reports/catalogue.ts';
import { useIndicatorText } from './indicator-text.ts';
import { useReportsWords } from './words.ts';

interface Props {
  value: readonly string[];
  fault: string | undefined;
  onChange: (value: readonly string[]) => void;
}

const OFFERED = INDICATORS.filter(({ id }) => isReportable(id));
const GROUPS = [...new Set(OFFERED.map(({ group }) => group))];

export function IndicatorPicks({ value, fault, onChange }: Props) {
  const w = useReportsWords().form;
  const text = useIndicatorText();
  const faultId = useId();
  // Folded by what was chosen at first: nothing folds under the hand that takes the last one away.
  const [first] = useState(value);
  return (
    <fieldset class="picks stack" aria-describedby={fault === undefined ? undefined : faultId}>
      <legend>{w.indicators}</legend>
      <p class="small soft">{w.people}</p>
      {fault !== undefined && (
        <p id={faultId} class="fault">
          {fault}
        </p>
      )}
      {GROUPS.map((group) => {
        const all = OFFERED.filter((one) => one.group === group);
        const [whole, parts] = [all.filter(({ id }) => !id.includes(':')), all.filter(({ id }) => id.includes(':'))];
        return (
          <details key={group} class="pick-group" open={all.some(({ id }) => first.includes(id))}>
            <summary>{w.chosen(text.group(group), all.filter(({ id }) => value.includes(id)).length)}</summary>
            <Picks of={whole} value={value} onChange={onChange} />
            {parts.length > 0 && (
              <details open={parts.some(({ id }) => first.includes(id))}>
                <summary class="small">{w.parts}</summary>
                <Picks of={parts} value={value} onChange={onChange} />
              </details>
            )}
          </details>
        );
      })}
    </fieldset>
  );
}

function Picks({ of, value, onChange }: { of: readonly Indicator[] } & Omit<Props, 'fault'>) {
  const text = useIndicatorText();
  return (
    <div class="pick-list">
      {of.map(({ id }) => (
        <label key={id} class="radio">
          <input
            type="checkbox"
            checked={value.includes(id)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...value, id] : value.filter((one) => one !== id))
            }
          />
          {text.name(id)}
        </label>
      ))}
    </div>
  );
}
