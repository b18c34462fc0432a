// The list of certificates, with the file of each.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { hoursText } from '../../../../../../functions/domain/hours/conversion.ts';
import { addressOf } from '../../../../api/addresses.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { momentOf } from '../moments.ts';
import { useTeachWords } from '../use-words.ts';

export type Completion = Answer<'listCompletions'>['completions'][number];

interface Props {
  list: readonly Completion[];
  minutesPerHour: number;
  mayChange: boolean;
  onOpen: (one: Completion, kind: 'revoke' | 'reissue') => void;
}

export function CompletionsTable({ list, minutesPerHour, mayChange, onOpen }: Props) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { columns } = w.completions;
  return (
    <table class="grid cards-narrow">
      <thead>
        <tr>
          {(['name', 'number', 'hours', 'issued', 'status', 'act'] as const).map((column) => (
            <th key={column} scope="col">
              {columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <tr key={one.number}>
            <th scope="row">{one.name}</th>
            <td>{one.number}</td>
            <td class="stamp">{w.report.hours(hoursText(one.minutes, minutesPerHour))}</td>
            <td class="small">{momentOf(one.issuedAt, words)}</td>
            <td>
              {w.completions.statuses[one.status]}
              {one.replacedBy && <span class="small soft"> {w.completions.replacedBy(one.replacedBy)}</span>}
            </td>
            <td>
              <div class="row">
                {one.status === 'valid' && (
                  <a class="tool" href={fileOf(one.number)} download>
                    {w.completions.file}
                    <span class="visually-hidden">：{one.name}</span>
                  </a>
                )}
                {mayChange &&
                  one.status === 'valid' &&
                  (['reissue', 'revoke'] as const).map((kind) => (
                    <button
                      key={kind}
                      type="button"
                      class={kind === 'revoke' ? 'tool grave' : 'tool'}
                      onClick={() => onOpen(one, kind)}
                    >
                      {w.completions[kind]}
                      <span class="visually-hidden">：{one.name}</span>
                    </button>
                  ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function fileOf(number: string): string {
  return addressOf('completionFile').path.replace(':number', encodeURIComponent(number));
}
