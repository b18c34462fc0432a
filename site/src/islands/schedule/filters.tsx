// The schedule's filters: words, kind, form, seats. On a phone they are folded away until they are wanted.
import { COURSE_KINDS, FORMS } from '../../../../functions/domain/courses/course.ts';
import { Select } from '../../shell/parts.tsx';
import { useTraining } from '../training/training.tsx';
import type { Filters } from './listed.ts';
import { isFiltered } from './view.ts';

interface Props {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

export function ScheduleFilters({ filters, onChange }: Props) {
  const { t } = useTraining();
  const all = { value: 'all' as const, text: t.schedule.all };
  return (
    <details class="card fold" open={isFiltered(filters)}>
      <summary>
        <h2>{t.schedule.filters}</h2>
      </summary>
      <div class="stack-tight">
        <div class="filters">
          <label class="field">
            <span class="small soft">{t.schedule.text}</span>
            <input
              type="search"
              maxLength={60}
              value={filters.text}
              onInput={(event) => onChange({ text: event.currentTarget.value })}
            />
          </label>
          <Select
            label={t.schedule.kind}
            value={filters.kind}
            options={[all, ...COURSE_KINDS.map((kind) => ({ value: kind, text: t.kinds[kind] }))]}
            onPick={(kind) => onChange({ kind })}
          />
          <Select
            label={t.schedule.form}
            value={filters.form}
            options={[all, ...FORMS.map((form) => ({ value: form, text: t.forms[form] }))]}
            onPick={(form) => onChange({ form })}
          />
        </div>
        <Check text={t.schedule.open} on={filters.open} onTurn={(open) => onChange({ open })} />
        <Check text={t.schedule.past} on={filters.past} onTurn={(past) => onChange({ past })} />
      </div>
    </details>
  );
}

function Check({ text, on, onTurn }: { text: string; on: boolean; onTurn: (on: boolean) => void }) {
  return (
    <label class="check-line">
      <input type="checkbox" checked={on} onChange={(event) => onTurn(event.currentTarget.checked)} />
      {text}
    </label>
  );
}
