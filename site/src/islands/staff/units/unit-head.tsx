// The head of everything about one unit: its name, its kind, whether it is still there, and the way up.
import { can } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { useWays } from '../use-route.ts';
import type { UnitRead } from './history.ts';
import { placeOf } from './use-unit.ts';

export function UnitHead({ unit }: { unit: UnitRead }) {
  const { t, words, today } = useStaff();
  const { name, kind, closed } = unit;
  return (
    <header class="stack-tight">
      <Crumbs unit={unit} />
      <h2 class="unit-name" tabIndex={-1} data-arrive>
        {name}
      </h2>
      <p class="row">
        <span class="tag">{t.kinds[kind]}</span>
        {closed !== undefined && <span class="tag over">{t.unit.closedOn(words.date(closed), closed <= today)}</span>}
      </p>
    </header>
  );
}

/** From the top down to the parent. */
function Crumbs({ unit }: { unit: UnitRead }) {
  const { t } = useStaff();
  const { address } = useWays();
  if (unit.path.length === 0) return null;
  return (
    <nav class="crumbs small" aria-label={t.unit.above}>
      <ol>
        {unit.path.toReversed().map(({ id, name }) => (
          <li key={id}>
            <a href={address({ page: 'units', unit: id })}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The unit's people, roles and audit, as far as one may see them. */
export function UnitLinks({ unit }: { unit: UnitRead }) {
  const { t, actor } = useStaff();
  const { address } = useWays();
  const place = placeOf(unit);
  const pages = [
    ...(can.listPeople(actor, place) ? (['people', 'roles'] as const) : []),
    ...(can.readAudit(actor, place) ? (['audit'] as const) : []),
  ];
  if (pages.length === 0) return null;
  return (
    <p class="row">
      {pages.map((page) => (
        <a key={page} class="tool" href={address({ page, unit: unit.id })}>
          {t.unit.links[page]} ›
        </a>
      ))}
    </p>
  );
}
