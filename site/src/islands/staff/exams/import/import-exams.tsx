// The import of an exam's list, step by step: a file, its columns, a dry run, the import, the result. Going back keeps what was chosen.
import { useState } from 'preact/hooks';
import { can } from '../../../../../../functions/domain/access/can.ts';
import { examHeadings } from '../../../../../../functions/domain/imports/exam-columns.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import type { ChosenFile } from '../../import/file-place.tsx';
import { FileStep } from '../../import/file-step.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { placeOf, useUnit } from '../../units/use-unit.ts';
import { pathTo } from '../route.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import type { ExamPlan, ExamTable, Sending } from './plan.ts';
import { SendStep } from './send-step.tsx';
import { StepHeading } from './step-heading.tsx';
import { useExamsImportWords } from './words.ts';

const TEMPLATE = { href: '/staff/exams/template.xlsx', name: '考试名单模板.xlsx' };

export function ImportExams({ unit }: { unit: string }) {
  const { page, actor } = useStaff();
  const words = useExamsImportWords();
  const { value, problem, reload } = useUnit(unit);
  return (
    <div class="stack import">
      <a class="link start" href={page(pathTo({ unit }))}>
        {words.back}
      </a>
      <div>
        <p class="soft small">{value?.name}</p>
        <h1 tabIndex={-1} data-arrive>
          {words.title}
        </h1>
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {!value && !problem && <Waiting />}
      {value && (can.importExams(actor, placeOf(value)) ? <Steps unit={unit} /> : <Nothing>{words.noRight}</Nothing>)}
    </div>
  );
}

type Stage = { step: 'file' } | { step: 'columns' } | { step: 'check'; plan: ExamPlan } | ({ step: 'send' } & Sending);

function Steps({ unit }: { unit: string }) {
  const words = useExamsImportWords();
  const [stage, setStage] = useState<Stage>({ step: 'file' });
  const [file, setFile] = useState<ChosenFile | undefined>();
  const [table, setTable] = useState<ExamTable | undefined>();
  const choose = (chosen: ChosenFile) => {
    setFile(chosen);
    setTable(tableOf(chosen.rows));
    setStage({ step: 'columns' });
  };
  const toFile = () => setStage({ step: 'file' });
  const toColumns = () => setStage({ step: 'columns' });
  if (stage.step === 'file' || file === undefined || table === undefined) {
    const heading = <StepHeading step={1} isFirst={file === undefined} />;
    const given = { file, heading, words, template: TEMPLATE, headingsIn: examHeadings.rowIn };
    return <FileStep {...given} onChosen={choose} onNext={toColumns} />;
  }
  if (stage.step === 'columns') {
    const next = (plan: ExamPlan) => setStage({ step: 'check', plan });
    return <ColumnsStep {...{ file, table }} onTable={setTable} onBack={toFile} onNext={next} />;
  }
  if (stage.step === 'check') {
    const send = (sending: Sending) => setStage({ step: 'send', ...sending });
    return <CheckStep plan={stage.plan} unit={unit} onBack={toColumns} onSend={send} />;
  }
  return <SendStep sending={stage} unit={unit} onAgain={toFile} />;
}

/** The table with its headings matched; where none are known, the first row is taken for them and nothing is read from it yet. */
function tableOf(rows: string[][]): ExamTable {
  const heading = examHeadings.rowIn(rows) ?? 0;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const headings = Array.from({ length: width }, (_, i) => rows[heading]?.[i] ?? '');
  return { rows, heading, columns: examHeadings.match(headings).columns };
}
