// The lines of a unit's exams: a table where there is room, cards on a phone. The name leads to the person's record.
import { useStaff } from '../../../shell/staff.tsx';
import { entryText, resultText } from '../../exams/result-text.ts';
import { subjectText } from '../../exams/said.ts';
import { pathTo } from './route.ts';
import { isDecidable, type ListedEntry, type Row } from './rows.ts';
import type { KeeperSaid } from './words.ts';

interface Props {
  unit: string;
  rows: readonly Row[];
  said: KeeperSaid;
  picked: ReadonlySet<string>;
  onPicked: (picked: ReadonlySet<string>) => void;
}

const COLUMNS = ['name', 'exam', 'papers', 'step', 'state', 'certificate'] as const;

export function ExamTable({ unit, rows, said, picked, onPicked }: Props) {
  const { s } = said;
  const decidable = rows.filter(isDecidable).map(({ key }) => key);
  const isAll = decidable.length > 0 && decidable.every((key) => picked.has(key));
  return (
    <>
      {decidable.length > 0 && (
        <label class="row no-print">
          <span class="exam-marks">
            <input
              type="checkbox"
              checked={isAll}
              onChange={(event) => onPicked(new Set(event.currentTarget.checked ? decidable : []))}
            />
          </span>
          {s.pickAll}
        </label>
      )}
      <div class="card table-card">
        <table class="grid cards-narrow exam-table">
          <caption class="visually-hidden">{s.title}</caption>
          <thead>
            <tr>
              {decidable.length > 0 && (
                <th scope="col">
                  <span class="visually-hidden">{s.columns.pick}</span>
                </th>
              )}
              {COLUMNS.map((column) => (
                <th scope="col" key={column}>
                  {s.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.key} {...{ unit, row, said, picked, onPicked }} hasMarks={decidable.length > 0} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type LineProps = Omit<Props, 'rows'> & { row: Row; hasMarks: boolean };

function Line({ unit, row, said, picked, onPicked, hasMarks }: LineProps) {
  const { page } = useStaff();
  const { s, words } = said;
  const { who, entry, key } = row;
  const toggle = () => {
    const next = new Set(picked);
    if (!next.delete(key)) next.add(key);
    onPicked(next);
  };
  return (
    <tr>
      {hasMarks && (
        <td>
          {entry && isDecidable(row) && (
            <label class="exam-marks">
              <input
                type="checkbox"
                aria-label={s.pickOne(who.name, entryText(entry, said))}
                checked={picked.has(key)}
                onChange={toggle}
              />
            </label>
          )}
        </td>
      )}
      <th scope="row">
        <a class="person-link" href={page(pathTo({ unit, person: who.person }))}>
          {who.name || s.gone}
        </a>
        {!who.present && <span class="small soft">　{s.left}</span>}
      </th>
      {entry === undefined ? (
        <td colSpan={4} class="soft">
          {s.noEntry}
        </td>
      ) : (
        <EntryCells entry={entry} said={said} />
      )}
      <td data-label={who.certificates.length + who.due.length > 0 ? s.columns.certificate : undefined}>
        {said.w.listed(who.certificates.map(({ level }) => words.levels[level]))}
        {who.due.length > 0 && (
          <a class="ledger-tag" href={page(pathTo({ unit, person: who.person }))}>
            {s.due}
          </a>
        )}
      </td>
    </tr>
  );
}

function EntryCells({ entry, said }: { entry: ListedEntry; said: KeeperSaid }) {
  const { s, w } = said;
  return (
    <>
      <td data-label={s.columns.exam}>{entryText(entry, said)}</td>
      <td data-label={s.columns.papers} class="small">
        {entry.papers.map((paper) => (
          <div key={paper.subject}>
            {w.paperResult(subjectText(paper.subject, said), resultText(paper.result, said))}
          </div>
        ))}
      </td>
      <td data-label={s.columns.step}>
        {entry.step ? s.steps[entry.step] : '—'}
        {!entry.counted && <div class="small soft">{s.notCounted}</div>}
      </td>
      <td data-label={s.columns.state}>
        <span class={entry.state === 'confirmed' ? 'ledger-tag' : 'ledger-tag quiet'}>{w.states[entry.state]}</span>
        {entry.conflict && <div class="small late">{s.conflict}</div>}
      </td>
    </>
  );
}
