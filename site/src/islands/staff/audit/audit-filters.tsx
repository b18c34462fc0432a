// What of the audit to show: one kind of act, one person, from a day to a day.
import { isDay } from '../../../../../functions/domain/period.ts';
import { Select } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { Filters } from '../parts.tsx';
import type { Route } from '../route.ts';
import { useWays } from '../use-route.ts';
import { actionText } from './line.ts';

interface Props {
  route: Route;
  /** Who may be asked about: person → name. */
  names: ReadonlyMap<string, string>;
}

export function AuditFilters({ route, names }: Props) {
  const { t } = useStaff();
  const { refine } = useWays();
  const { person = '', more } = route;
  const set = (change: Record<string, string>) => refine({ ...route, page: 'audit', more: { ...more, ...change } });
  const setDay = (name: 'from' | 'to', value: string) => {
    if (value === '' || isDay(value)) set({ [name]: value });
  };
  const pickPerson = (id: string) => {
    const { person: _, ...rest } = route;
    refine({ ...rest, page: 'audit', ...(id && { person: id }) });
  };
  // Somebody who has left stays chosen although no list names them any more.
  const people = person === '' || names.has(person) ? names : new Map([...names, [person, person]]);
  return (
    <Filters isSet={person !== '' || Object.keys(more).length > 0}>
      <Select
        label={t.audit.action}
        value={more.action ?? ''}
        options={['', ...Object.keys(t.auditActions)].map((value) => ({
          value,
          text: value === '' ? t.any : actionText(value, t),
        }))}
        onPick={(action) => set({ action })}
      />
      <Select
        label={t.audit.actor}
        value={person}
        options={[{ value: '', text: t.any }, ...[...people].map(([value, text]) => ({ value, text }))]}
        onPick={pickPerson}
      />
      {(['from', 'to'] as const).map((name) => (
        <label class="field" key={name}>
          <span class="small soft">{t.audit[name]}</span>
          <input type="date" value={more[name] ?? ''} onChange={(event) => setDay(name, event.currentTarget.value)} />
        </label>
      ))}
    </Filters>
  );
}
