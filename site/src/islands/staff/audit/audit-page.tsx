// 日志: who did what at a unit, as what, when and why; filtered, checked, and to be taken along as a table.
import { can } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { type Everybody, everybodyOf } from '../people/everybody.ts';
import type { Route } from '../route.ts';
import { UnitFrame } from '../unit-frame.tsx';
import type { UnitRead } from '../units/history.ts';
import { placeOf } from '../units/use-unit.ts';
import { useLoad } from '../use-load.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { CheckAudit } from './check-audit.tsx';
import { ExportAudit } from './export-audit.tsx';
import type { Telling } from './fact.ts';
import { auditFilter, useLines } from './use-lines.ts';

export function AuditPage({ route }: { route: Route }) {
  return (
    <UnitFrame route={{ ...route, page: 'audit' }} right="readAudit">
      {(unit) => <Audit unit={unit} route={route} />}
    </UnitFrame>
  );
}

function Audit({ unit, route }: { unit: UnitRead; route: Route }) {
  const { t, words } = useStaff();
  const everybody = usePeople(unit);
  const filter = auditFilter(route);
  const { lines, names, problem, more, isLoading } = useLines(unit.id, filter);
  const telling = useTelling(unit, everybody, names);
  return (
    <>
      <AuditFilters
        route={route}
        unit={unit}
        people={everybody?.names ?? new Map()}
        nameOf={(id) => telling.nameOf(id)}
      />
      <div class="spread list-head">
        <p class="soft" role="status">
          {lines && t.audit.count(lines.length, more !== undefined)}
        </p>
        <div class="row">
          <CheckAudit key={unit.id} unit={unit} />
          <ExportAudit unit={unit} filter={filter} telling={telling} />
        </div>
      </div>
      {problem && <Trouble problem={problem} {...(more && { onRetry: () => void more() })} />}
      {lines === undefined && !problem && <Waiting />}
      {lines?.length === 0 && <Nothing>{more ? t.audit.noneYet : t.audit.none}</Nothing>}
      {lines && lines.length > 0 && <AuditList lines={lines} telling={telling} />}
      {more && !problem && (
        <button type="button" class="button plain" aria-disabled={isLoading} onClick={() => void more()}>
          {isLoading ? words.loading : t.audit.older}
        </button>
      )}
    </>
  );
}

/** The unit's people, to choose from; none for somebody who may not list them. */
function usePeople(unit: UnitRead): Everybody | undefined {
  const { call, actor } = useStaff();
  const { value } = useLoad(`names ${unit.id}`, async () =>
    can.listPeople(actor, placeOf(unit)) ? everybodyOf(call, unit.id) : undefined,
  );
  return value;
}

/** Names come with the lines; for whom no line names, with the list of people. */
function useTelling(unit: UnitRead, everybody: Everybody | undefined, names: ReadonlyMap<string, string>): Telling {
  const { t, words, me } = useStaff();
  const nameOf = (id: string) => {
    if (id === unit.id) return unit.name;
    return names.get(id) ?? everybody?.names.get(id) ?? (id === me.person ? t.audit.me : undefined);
  };
  return { t, words, nameOf };
}
