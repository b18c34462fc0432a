// Taking the audit along: all lines that match the filters, of the unit or of all below it, as a table. The server writes a line that says so.
import { useState } from 'preact/hooks';
import { can } from '../../../../../functions/domain/access/can.ts';
import { csvOf } from '../../../shell/csv.ts';
import { Select } from '../../../shell/parts.tsx';
import { saveFile } from '../../../shell/save.ts';
import { useStaff } from '../../../shell/staff.tsx';
import type { UnitRead } from '../units/history.ts';
import { placeOf } from '../units/use-unit.ts';
import type { Telling } from './fact.ts';
import { LongDialog } from './long-dialog.tsx';
import { type ExportPage, tableOf } from './table.ts';
import type { AuditFilter } from './use-lines.ts';
import { usePages } from './use-pages.ts';

const SCOPES = ['unit', 'subtree'] as const;

interface Props {
  unit: UnitRead;
  filter: AuditFilter;
  telling: Telling;
}

export function ExportAudit(props: Props) {
  const { actor } = useStaff();
  return can.exportAudit(actor, placeOf(props.unit)) ? <Export {...props} /> : null;
}

function Export({ unit, filter, telling }: Props) {
  const { t, call, today } = useStaff();
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('unit');
  const save = (pages: readonly ExportPage[]) => {
    saveFile(`${unit.name} ${t.tabs.audit} ${today}.csv`, csvOf(tableOf(pages, telling)), 'text/csv');
  };
  const going = usePages<ExportPage>(
    (cursor) =>
      call('exportAudit', { params: { unit: unit.id }, query: { ...filter, scope, ...(cursor && { cursor }) } }),
    save,
  );
  return (
    <LongDialog
      act={t.audit.export}
      tells={t.audit.exportTells(Object.keys(filter).length > 0)}
      going={going}
      progress={(pages) =>
        t.audit.exporting(
          pages.reduce((sum, page) => sum + page.units, 0),
          linesIn(pages),
        )
      }
      result={(pages) => <p>{t.audit.exported(linesIn(pages))}</p>}
    >
      <Select
        label={t.audit.exportWhat}
        value={scope}
        options={SCOPES.map((value) => ({ value, text: t.audit.scopes[value] }))}
        onPick={(value) => going.state === 'running' || setScope(value as typeof scope)}
      />
    </LongDialog>
  );
}

function linesIn(pages: readonly ExportPage[]): number {
  return pages.reduce((sum, page) => sum + page.lines.length, 0);
}
