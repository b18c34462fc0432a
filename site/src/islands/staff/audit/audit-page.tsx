// 日志: who did what at a unit, as what, when and why; filtered, and to be taken along as a table.
import { can } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { type Everybody, everybodyOf } from '../people/everybody.ts';
import type { Route } from '../route.ts';
import { useTree } from '../tree/use-tree.ts';
import { UnitFrame } from '../unit-frame.tsx';
import type { UnitRead } from '../units/history.ts';
import { placeOf } from '../units/use-unit.ts';
import { useLoad } from '../use-load.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { csvOf } from './csv.ts';
import { cellsOf, type Line, type Telling } from './line.ts';
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
  const everybody = useNames(unit);
  const telling = useTelling(unit, everybody);
  const { lines, problem, more, isLoading } = useLines(unit.id, auditFilter(route));
  return (
    <>
      <AuditFilters route={route} names={everybody?.names ?? new Map()} />
      <div class="spread list-head">
        <p class="soft" role="status">
          {lines && t.audit.count(lines.length, more !== undefined)}
        </p>
        {lines && lines.length > 0 && <Export unit={unit} lines={lines} telling={telling} />}
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

/** The names of the unit's people; none for an auditor who may not list them, and then ids stand in. */
function useNames(unit: UnitRead): Everybody | undefined {
  const { call, actor } = useStaff();
  const { value } = useLoad(`names ${unit.id}`, async () =>
    can.listPeople(actor, placeOf(unit)) ? everybodyOf(call, unit.id) : undefined,
  );
  return value;
}

function useTelling(unit: UnitRead, everybody: Everybody | undefined): Telling {
  const { t, words, me, today } = useStaff();
  const { index } = useTree(today);
  const nameOf = (id: string) => {
    if (id === unit.id) return unit.name;
    return everybody?.names.get(id) ?? index.rows.get(id)?.name ?? (id === me.person ? t.audit.me : id);
  };
  return { t, words, nameOf };
}

/** What is shown, as a file. Nothing is asked of the server: it is what one has before one's eyes. */
function Export({ unit, lines, telling }: { unit: UnitRead; lines: readonly Line[]; telling: Telling }) {
  const { t, today } = useStaff();
  const save = () => {
    const text = csvOf([t.audit.columns, ...lines.map((line) => cellsOf(line, telling))]);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    link.download = `${unit.name} ${t.tabs.audit} ${today}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <button type="button" class="button plain" onClick={save}>
      {t.audit.export(lines.length)}
    </button>
  );
}
