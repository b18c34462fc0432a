// Somebody's roles, as far as one may see them; giving another and ending one.
import { useState } from 'preact/hooks';
import { canEnd } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Span } from '../parts.tsx';
import { type Ended, EndRole } from '../roles/end-role.tsx';
import { GiveRole } from '../roles/give-role.tsx';
import { useWays } from '../use-route.ts';
import type { PartProps } from './part.ts';
import { may, type PersonGrant } from './use-person.ts';

export function PersonGrants({ known, onChanged }: PartProps) {
  const staff = useStaff();
  const { t, actor, today } = staff;
  const [isGiving, setGiving] = useState(false);
  const [ended, setEnded] = useState<Ended | undefined>();
  const { person, places, through } = known;
  const isSelf = person.id === actor.person;
  const mayEnd = ({ unit, role, to }: PersonGrant) => {
    const isOver = to !== undefined && to <= today;
    return !isOver && canEnd(actor, role, { ...(places.get(unit) ?? { ancestors: [unit] }), person: person.id });
  };
  return (
    <section class="card" aria-labelledby="grants">
      <h2 id="grants">{t.roles.roles}</h2>
      {person.grants.length === 0 && <p class="soft">{t.roles.none}</p>}
      <ul class="list">
        {person.grants.map((grant) => (
          <li key={grant.id} class="spread held">
            <Told grant={grant} />
            {mayEnd(grant) && (
              <button
                type="button"
                class="link"
                aria-label={t.roles.endWhich(t.roleNames[grant.role], person.name)}
                onClick={() => setEnded({ ...grant, person: person.id, name: person.name })}
              >
                {t.acts.endRole}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isSelf && <p class="small soft">{t.roles.notSelf}</p>}
      {!isSelf && may(staff, 'grantRole', known) && (
        <div>
          <button type="button" class="button plain" onClick={() => setGiving(true)}>
            {t.acts.giveRole}
          </button>
        </div>
      )}
      {isGiving && (
        <GiveRole
          unit={through[0] ?? ''}
          place={places.get(through[0] ?? '') ?? { ancestors: [] }}
          person={{ id: person.id, name: person.name }}
          onChanged={onChanged}
          onClose={() => setGiving(false)}
        />
      )}
      {ended && <EndRole grant={ended} onChanged={onChanged} onClose={() => setEnded(undefined)} />}
    </section>
  );
}

function Told({ grant }: { grant: PersonGrant }) {
  const { t } = useStaff();
  const { address } = useWays();
  return (
    <span class="stack-tight">
      <span class="name">{t.roleNames[grant.role]}</span>
      <span class="small">
        <a href={address({ page: 'units', unit: grant.unit })}>{grant.unitName ?? grant.unit}</a>
      </span>
      <span class="small soft">
        <Span from={grant.from} to={grant.to} />
      </span>
    </span>
  );
}
