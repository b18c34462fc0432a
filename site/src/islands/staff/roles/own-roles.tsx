// What one is oneself, and what that lets one do: so that nobody wonders why a button is not there.
import { useStaff } from '../../../shell/staff.tsx';
import { Span } from '../parts.tsx';
import { useWays } from '../use-route.ts';

export function OwnRoles() {
  const { t, me } = useStaff();
  const { address } = useWays();
  return (
    <section class="card own-roles" aria-labelledby="own">
      <h2 id="own">{t.roles.own}</h2>
      <ul class="list">
        {me.grants.map(({ id, unit, unitName, role, from, to }) => (
          <li key={id} class="item">
            <span>
              <span class="name">{t.roleNames[role]}</span> · <a href={address({ page: 'units', unit })}>{unitName}</a>
            </span>
            <span class="small soft">
              <Span from={from} to={to} />
            </span>
            <span class="small">{t.roleHints[role]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
