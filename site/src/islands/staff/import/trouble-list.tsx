// The troubles of a list of people; whoever is registered already can be looked at.
import { useStaff } from '../../../shell/staff.tsx';
import { addressOf } from '../route.ts';
import type { Trouble } from './plan.ts';
import { Troubles } from './troubles.tsx';
import { useImportWords } from './use-words.ts';

export function TroubleList({ troubles }: { troubles: readonly Trouble[] }) {
  const { check, columns, trouble: textOf } = useImportWords();
  const rows = troubles.map((one) => ({
    ...{ line: one.line, subject: one.name, value: one.value, code: one.code, sentence: textOf(one) },
    column: one.column && columns.names[one.column],
    more: one.person && <Registered person={one.person} line={one.line} />,
  }));
  return <Troubles rows={rows} words={check} subject={check.name} />;
}

/** The way to whoever is registered: beside, for the import goes on here. */
function Registered({ person, line }: { person: string; line: number }) {
  const { page } = useStaff();
  const { check } = useImportWords();
  return (
    <>
      {' '}
      <a
        href={page(addressOf({ page: 'person', person }))}
        target="_blank"
        rel="noopener"
        aria-label={check.registeredAt(line)}
      >
        {check.registered}
      </a>
    </>
  );
}
