// Checking that nobody touched the audit of a unit and of all below it, and what was found.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import type { UnitRead } from '../units/history.ts';
import { useWays } from '../use-route.ts';
import { LongDialog } from './long-dialog.tsx';
import { usePages } from './use-pages.ts';

type Page = Answer<'checkAudit'>;

export function CheckAudit({ unit }: { unit: UnitRead }) {
  const { t, call } = useStaff();
  const going = usePages((cursor) =>
    call('checkAudit', { params: { unit: unit.id }, query: cursor === undefined ? {} : { cursor } }),
  );
  return (
    <LongDialog
      act={t.audit.check}
      tells={t.audit.checkTells}
      going={going}
      progress={(pages) => t.audit.checking(sum(pages, 'units'), sum(pages, 'lines'))}
      result={(pages) => <Result pages={pages} />}
    />
  );
}

function Result({ pages }: { pages: readonly Page[] }) {
  const { t } = useStaff();
  const { address } = useWays();
  const faults = pages.flatMap((page) => page.faults);
  const units = sum(pages, 'units');
  if (faults.length === 0) return <Notice>{t.audit.whole(units, sum(pages, 'lines'))}</Notice>;
  return (
    <Notice trouble>
      <p>{t.audit.faulty(faults.length, units)}</p>
      <ul>
        {faults.map(({ unit, name, seq, fault }) => (
          <li key={unit}>
            <a href={address({ page: 'audit', unit })}>{name}</a> {t.audit.faultAt(seq, t.chainFaults[fault])}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function sum(pages: readonly Page[], field: 'units' | 'lines'): number {
  return pages.reduce((total, page) => total + page[field], 0);
}
