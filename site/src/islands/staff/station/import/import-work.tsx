// The import of a list of activities: a file, what would come of each line, the import, the result. The headings say what each column holds.
import { useState } from 'preact/hooks';
import { can } from '../../../../../../functions/domain/access/can.ts';
import { workHeadings } from '../../../../../../functions/domain/imports/work-columns.ts';
import { Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { type ChosenFile, FilePlace, useReading } from '../../import/file-place.tsx';
import { Heading } from '../../import/step-heading.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { placeOf, useUnit } from '../../units/use-unit.ts';
import { addressOf } from '../route.ts';
import { CheckStep } from './check-step.tsx';
import { type WorkPlan, workPlanOf } from './plan.ts';
import { SendStep } from './send-step.tsx';
import { useStationImportWords } from './words.ts';

export function ImportWork({ unit }: { unit: string }) {
  const { page, actor } = useStaff();
  const words = useStationImportWords();
  const { value, problem, reload } = useUnit(unit);
  return (
    <div class="stack import">
      <a class="link start" href={page(addressOf({ view: 'sheet', unit }))}>
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
      {value && (can.keepWork(actor, placeOf(value)) ? <Steps unit={unit} /> : <Nothing>{words.noRight}</Nothing>)}
    </div>
  );
}

type Stage = { step: 'file'; isFirst: boolean } | { step: 'check' } | { step: 'send'; plan: WorkPlan };

function Steps({ unit }: { unit: string }) {
  const { today } = useStaff();
  const [stage, setStage] = useState<Stage>({ step: 'file', isFirst: true });
  const [chosen, setChosen] = useState<{ name: string; plan: WorkPlan } | undefined>();
  const toFile = () => setStage({ step: 'file', isFirst: false });
  const choose = ({ name, rows }: ChosenFile) => {
    const plan = workPlanOf(rows, today);
    setChosen({ name, plan });
    if (plan.lacking.length === 0) setStage({ step: 'check' });
  };
  if (stage.step === 'file' || chosen === undefined) {
    return <FileStep chosen={chosen} isFirst={stage.step === 'file' && stage.isFirst} onChosen={choose} />;
  }
  if (stage.step === 'check') {
    const send = (plan: WorkPlan) => setStage({ step: 'send', plan });
    return <CheckStep {...chosen} unit={unit} onBack={toFile} onSend={send} />;
  }
  return <SendStep plan={stage.plan} unit={unit} onAgain={toFile} />;
}

interface FileStepProps {
  /** The file that was chosen before. */
  chosen: { name: string; plan: WorkPlan } | undefined;
  isFirst: boolean;
  onChosen: (file: ChosenFile) => void;
}

function FileStep({ chosen, isFirst, onChosen }: FileStepProps) {
  const words = useStationImportWords();
  const { isReading, fault, read } = useReading(onChosen, workHeadings.rowIn);
  const lacking = chosen?.plan.lacking ?? [];
  return (
    <>
      <p class="soft">{words.lead}</p>
      <section class="card">
        <Heading step={1} text={words.step(1)} isFirst={isFirst} />
        {fault && <Notice trouble>{words.file.faults[fault]}</Notice>}
        {!fault && chosen && lacking.length > 0 && (
          <Notice trouble>
            {words.lacking(
              chosen.name,
              lacking.map((column) => words.columns[column]),
            )}
          </Notice>
        )}
        <FilePlace isReading={isReading} words={words.file} onFile={read} />
        <p class="small soft">{words.file.private}</p>
      </section>
      <section class="card">
        <h2>{words.file.what}</h2>
        <ul class="rules">
          {words.file.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <div>
          <a class="button plain" href="/staff/station/template.xlsx" download="活动清单模板.xlsx">
            {words.file.template}
          </a>
        </div>
      </section>
    </>
  );
}
