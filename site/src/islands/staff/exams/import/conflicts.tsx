// Lines that contradict a confirmed result: what was confirmed beside what the file says; those for which the file is right are ticked, with a reason.
import { useStaff } from '../../../../shell/staff.tsx';
import { resultText } from '../../../exams/result-text.ts';
import { subjectText } from '../../../exams/said.ts';
import { Framed } from '../../forms/fields.tsx';
import { keeperSaid } from '../words.ts';
import type { ExamLine, ExamPlan } from './plan.ts';
import { useExamsImportWords } from './words.ts';

interface Props {
  plan: ExamPlan;
  lines: readonly ExamLine[];
  replaced: ReadonlySet<number>;
  why: string;
  fault: string | undefined;
  onReplaced: (replaced: ReadonlySet<number>) => void;
  onWhy: (why: string) => void;
}

const WHY_MOST = 200;

export function Conflicts({ plan, lines, replaced, why, fault, onReplaced, onWhy }: Props) {
  const { check } = useExamsImportWords();
  const toggle = (line: number) => {
    const next = new Set(replaced);
    if (!next.delete(line)) next.add(line);
    onReplaced(next);
  };
  return (
    <section class="stack-tight" aria-label={check.conflicts(lines.length)}>
      <h3>{check.conflicts(lines.length)}</h3>
      <p>{check.conflictsLead}</p>
      <ul class="list">
        {lines.map((line) => (
          <li key={line.line}>
            <label class="row">
              <span class="exam-marks">
                <input type="checkbox" checked={replaced.has(line.line)} onChange={() => toggle(line.line)} />
              </span>
              <span>
                <Contrast plan={plan} line={line} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      {replaced.size > 0 && (
        <Framed label={check.why} hint={undefined} fault={fault}>
          {(tied) => (
            <textarea
              {...tied}
              rows={2}
              maxLength={WHY_MOST}
              value={why}
              onInput={(event) => onWhy(event.currentTarget.value)}
            />
          )}
        </Framed>
      )}
    </section>
  );
}

function Contrast({ plan, line: { line, stands = [] } }: { plan: ExamPlan; line: ExamLine }) {
  const { lang, words } = useStaff();
  const { check } = useExamsImportWords();
  const said = keeperSaid(lang, words);
  const row = plan.rows.find((one) => one.line === line);
  return (
    <>
      {check.conflictRow(line, row?.name ?? '')}
      {stands.map(({ subject, result }) => {
        const after = row?.papers.find((paper) => paper.subject === subject)?.result;
        return (
          <span class="small" key={subject}>
            <br />
            {check.stands(
              subjectText(subject, said),
              result === null ? check.nothingYet : resultText(result, said),
              after === undefined ? check.nothingYet : resultText(after, said),
            )}
          </span>
        );
      })}
    </>
  );
}
