// The records of a month, a table for each type; and taking one back. What was taken back stays to be seen and counts in no sum.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { WorkType } from '../../../../../functions/domain/activities/record.ts';
import { useStaff } from '../../../shell/staff.tsx';
import type { Sheet, WorkLine } from './answers.ts';
import { type Column, useRecordColumns } from './record-columns.ts';
import { VoidForm } from './void-form.tsx';
import { useStationWords } from './words.ts';
import { WorkForm } from './work-form.tsx';

interface Props {
  unit: string;
  sheet: Sheet;
  onChanged: () => Promise<void>;
}

type Act = (line: WorkLine, act: 'correct' | 'void') => void;

export function RecordList({ unit, sheet, onChanged }: Props) {
  const [open, setOpen] = useState<{ line: WorkLine; act: 'correct' | 'void' } | undefined>();
  const close = () => setOpen(undefined);
  const { titleOf, columns, types } = useRecordColumns(sheet);
  const forms = { unit, onChanged, onClose: close };
  return (
    <>
      {types.map((type) => {
        const lines = sheet.records.filter(({ work }) => work.type === type);
        const act: Act = (line, what) => setOpen({ line, act: what });
        return lines.length === 0 ? null : (
          <RecordTable key={type} {...{ type, lines, sheet, titleOf }} columns={columns[type]} onAct={act} />
        );
      })}
      {open?.act === 'correct' && <WorkForm {...forms} type={open.line.work.type} line={open.line} />}
      {open?.act === 'void' && <VoidForm {...forms} line={open.line} title={titleOf(open.line)} />}
    </>
  );
}

interface TableProps {
  type: WorkType;
  lines: readonly WorkLine[];
  sheet: Sheet;
  titleOf: (line: WorkLine) => string;
  columns: readonly Column[];
  onAct: Act;
}

function RecordTable({ type, lines, sheet, titleOf, columns, onAct }: TableProps) {
  const { words } = useStaff();
  const w = useStationWords();
  const held = lines.filter(({ voided }) => !voided);
  return (
    <div class="card table-card">
      <table class="grid cards-narrow">
        <caption>{w.types[type]}</caption>
        <thead>
          <tr>
            <th scope="col">{w.heads[type]}</th>
            <th scope="col">{w.fields.day}</th>
            {columns.map(({ name, sum }) => (
              <th key={name} scope="col" class={sum && 'count'}>
                {name}
              </th>
            ))}
            <th scope="col">{w.by}</th>
            {sheet.keeps && (
              <th scope="col" class="no-print">
                <span class="visually-hidden">{w.acts}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} class={line.voided ? 'gone' : undefined}>
              <Title line={line} title={titleOf(line)} />
              <td data-label={w.fields.day} class="stamp">
                {words.date(line.work.day)}
              </td>
              {columns.map(({ name, text, sum }) => (
                <td key={name} data-label={name} class={sum && 'count'}>
                  {text(line)}
                </td>
              ))}
              <td data-label={w.by}>{sheet.names[line.by] ?? w.unknown}</td>
              {sheet.keeps && <Acts line={line} title={titleOf(line)} onAct={onAct} />}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.sumOf[type](held.length)}</th>
            <td />
            {columns.map(({ name, sum }) => (
              <td key={name} data-label={sum && name} class={sum && 'count'}>
                {sum?.(held)}
              </td>
            ))}
            <td />
            {sheet.keeps && <td class="no-print" />}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Title({ line: { voided, past, why }, title }: { line: WorkLine; title: string }) {
  const w = useStationWords();
  const notes: ComponentChildren[] = [
    ...(voided ? [<strong key="voided">{w.voided}</strong>] : []),
    ...(past.length > 0 ? [w.history(past.length)] : []),
    ...(why === undefined ? [] : [why]),
  ].flatMap((note, i) => (i === 0 ? [note] : [' · ', note]));
  return (
    <th scope="row">
      {voided ? <s>{title}</s> : title}
      {notes.length > 0 && <p class="small soft">{notes}</p>}
    </th>
  );
}

function Acts({ line, title, onAct }: { line: WorkLine; title: string; onAct: Act }) {
  const w = useStationWords();
  if (line.voided) return <td class="no-print" />;
  return (
    <td class="no-print">
      <div class="row">
        <button type="button" class="tool" aria-label={`${w.correct} ${title}`} onClick={() => onAct(line, 'correct')}>
          {w.correct}
        </button>
        <button type="button" class="tool" aria-label={`${w.voidIt} ${title}`} onClick={() => onAct(line, 'void')}>
          {w.voidIt}
        </button>
      </div>
    </td>
  );
}
