// What of the audit to show: one kind of act, who did it, whom it is about, from a day to a day.
import { isDay } from '../../../../../functions/domain/period.ts';
import { Select } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { Filters } from '../parts.tsx';
import type { Route } from '../route.ts';
import { useWays } from '../use-route.ts';
import { actionText } from './line.ts';

interface Props {
  route: Route;
  /** The unit whose audit it is. */
  unit: { id: string; name: string };
  /** Who may be asked about: person → name. */
  people: ReadonlyMap<string, string>;
  nameOf: (id: string) => string | undefined;
}

export function AuditFilters({ route, unit, people, nameOf }: Props) {
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
  // Somebody who has left, or works elsewhere, stays chosen although no list here names them.
  const options = (chosen: string, all: ReadonlyMap<string, string>) => {
    const known = chosen === '' || all.has(chosen) ? all : new Map([...all, [chosen, textOf(chosen)]]);
    return [{ value: '', text: t.any }, ...[...known].map(([value, text]) => ({ value, text }))];
  };
  const textOf = (id: string) => nameOf(id) ?? t.audit.somebody(id.slice(-4));
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
      <Select label={t.audit.actor} value={person} options={options(person, people)} onPick={pickPerson} />
      <Select
        label={t.audit.thing}
        value={more.thing ?? ''}
        options={options(more.thing ?? '', new Map([[unit.id, unit.name], ...people]))}
        onPick={(thing) => set({ thing })}
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
