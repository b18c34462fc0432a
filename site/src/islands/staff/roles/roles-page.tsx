// 角色: who holds which role at a unit, from a day to a day, and what each role lets one do.
import { useState } from 'preact/hooks';
import { can, canEnd } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { CodeDialog, type Made } from '../codes/code-dialog.tsx';
import { Nothing, Span, Trouble, Waiting } from '../parts.tsx';
import { type UnitGrant, useEverybody } from '../people/everybody.ts';
import type { Route } from '../route.ts';
import { UnitFrame } from '../unit-frame.tsx';
import type { UnitRead } from '../units/history.ts';
import { placeOf } from '../units/use-unit.ts';
import { useWays } from '../use-route.ts';
import { EndRole } from './end-role.tsx';
import { GiveRole } from './give-role.tsx';
import { grantable } from './grantable.ts';
import { Invite } from './invite.tsx';
import { OwnRoles } from './own-roles.tsx';

export function RolesPage({ route }: { route: Route }) {
  return (
    <>
      <UnitFrame route={{ ...route, page: 'roles' }} right="listPeople">
        {(unit) => <Roles unit={unit} />}
      </UnitFrame>
      <OwnRoles />
    </>
  );
}

function Roles({ unit }: { unit: UnitRead }) {
  const { t, actor } = useStaff();
  const { value, problem, reload } = useEverybody(unit.id);
  const [isGiving, setGiving] = useState(false);
  const [ended, setEnded] = useState<UnitGrant | undefined>();
  return (
    <>
      <div class="spread list-head">
        <p class="soft" role="status">
          {value && t.roles.count(value.grants.length)}
        </p>
        {grantable(actor, placeOf(unit)).length > 0 && (
          <div class="row">
            <Inviting unit={unit} />
            <button type="button" class="button" onClick={() => setGiving(true)}>
              {t.acts.giveRole}
            </button>
          </div>
        )}
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {value === undefined && !problem && <Waiting lines={4} />}
      {value?.grants.length === 0 && <Nothing>{t.roles.noneHere}</Nothing>}
      {value && value.grants.length > 0 && <Held unit={unit} grants={value.grants} onEnd={setEnded} />}
      {isGiving && (
        <GiveRole unit={unit.id} place={placeOf(unit)} onChanged={reload} onClose={() => setGiving(false)} />
      )}
      {ended && (
        <EndRole
          grant={{ ...ended, name: ended.name ?? t.gone }}
          onChanged={reload}
          onClose={() => setEnded(undefined)}
        />
      )}
    </>
  );
}

/** Inviting by a code, and the code that was made. */
function Inviting({ unit }: { unit: UnitRead }) {
  const { t, actor } = useStaff();
  const [isInviting, setInviting] = useState(false);
  const [made, setMade] = useState<Made | undefined>();
  const close = (code: Made | undefined) => {
    setInviting(false);
    setMade(code);
  };
  if (!can.invite(actor, placeOf(unit))) return null;
  return (
    <>
      <button type="button" class="button plain" onClick={() => setInviting(true)}>
        {t.acts.invite}
      </button>
      {isInviting && <Invite unit={unit} onClose={close} />}
      {made && (
        <CodeDialog
          made={made}
          title={t.codes.inviteTo(unit.name)}
          text={t.codes.inviteText}
          onClose={() => setMade(undefined)}
        />
      )}
    </>
  );
}

function Held({
  unit,
  grants,
  onEnd,
}: {
  unit: UnitRead;
  grants: readonly UnitGrant[];
  onEnd: (grant: UnitGrant) => void;
}) {
  const { t, actor, today } = useStaff();
  const { address } = useWays();
  const place = placeOf(unit);
  const mayEnd = ({ role, person, to }: UnitGrant) =>
    (to === undefined || today < to) && canEnd(actor, role, { ...place, person });
  return (
    <ul class="card list roles-list">
      {grants.map((grant) => (
        <li key={grant.id} class="held spread">
          <span class="role-row">
            <a class="name" href={address({ page: 'person', person: grant.person })}>
              {grant.name ?? t.gone}
            </a>
            <span>{t.roleNames[grant.role]}</span>
            <span class="small soft">
              <Span from={grant.from} to={grant.to} />
            </span>
          </span>
          {mayEnd(grant) && (
            <button
              type="button"
              class="link"
              aria-label={t.roles.endWhich(t.roleNames[grant.role], grant.name ?? t.gone)}
              onClick={() => onEnd(grant)}
            >
              {t.acts.endRole}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
