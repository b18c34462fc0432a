// The import of people, step by step: a file, its columns, a dry run, the import, the result. Going back keeps what was chosen.
import { useMemo, useState } from 'preact/hooks';
import { headingRow, matchHeadings } from '../../../../../functions/domain/imports/columns.ts';
import type { PeopleRow } from '../../../../../functions/domain/imports/row-rules.ts';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { addressOf, tabs } from '../route.ts';
import { treeStore } from '../tree/store.ts';
import { TreeContext } from '../tree/use-tree.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import type { ChosenFile } from './file-place.tsx';
import { FileStep } from './file-step.tsx';
import type { Plan, Table, Trouble } from './plan.ts';
import { SendStep } from './send-step.tsx';
import { StepHeading } from './step-heading.tsx';
import { useImportWords } from './use-words.ts';

const TEMPLATE = { href: '/staff/import/template.xlsx', name: '人员导入模板.xlsx' };

export function ImportPage() {
  const { call, me } = useStaff();
  const words = useImportWords();
  const store = useMemo(() => treeStore(call), [call]);
  const own = me.grants.find(({ actions }) => actions.some(({ action }) => action === 'importPeople'));
  const start = new URLSearchParams(location.search).get('unit') ?? own?.unit;
  return (
    <TreeContext.Provider value={store}>
      <div class="staff import">
        <Tabs unit={start} />
        <div class="stack">
          <h1>{words.title}</h1>
          {own === undefined || start === undefined ? <Notice>{words.noRight}</Notice> : <Steps start={start} />}
        </div>
      </div>
    </TreeContext.Provider>
  );
}

/** The ways to the other staff pages. This page is loaded apart from them, for what it brings along. */
function Tabs({ unit }: { unit: string | undefined }) {
  const { t, words, page } = useStaff();
  return (
    <nav class="staff-tabs" aria-label={words.titles.staff}>
      {tabs.map((tab) => (
        <a
          key={tab}
          href={page(addressOf({ page: tab, ...(unit && { unit }) }))}
          aria-current={tab === 'people' ? 'true' : undefined}
        >
          {t.tabs[tab]}
        </a>
      ))}
    </nav>
  );
}

type Stage =
  | { step: 'file' }
  | { step: 'columns' }
  | { step: 'check'; plan: Plan }
  | { step: 'send'; rows: PeopleRow[]; troubles: Trouble[] };

function Steps({ start }: { start: string }) {
  const words = useImportWords();
  const [stage, setStage] = useState<Stage>({ step: 'file' });
  const [file, setFile] = useState<ChosenFile | undefined>();
  const [table, setTable] = useState<Table | undefined>();
  const [unit, setUnit] = useState(start);
  const choose = (chosen: ChosenFile) => {
    setFile(chosen);
    setTable(tableOf(chosen.rows));
    setStage({ step: 'columns' });
  };
  const toColumns = () => setStage({ step: 'columns' });
  if (stage.step === 'file' || file === undefined || table === undefined) {
    const heading = <StepHeading step={1} isFirst={file === undefined} />;
    return <FileStep {...{ file, heading, words }} template={TEMPLATE} onChosen={choose} onNext={toColumns} />;
  }
  if (stage.step === 'columns') {
    const ways = {
      onBack: () => setStage({ step: 'file' }),
      onNext: (plan: Plan) => setStage({ step: 'check', plan }),
    };
    return <ColumnsStep {...{ file, table, unit }} onTable={setTable} onUnit={setUnit} {...ways} />;
  }
  if (stage.step === 'check') {
    const send = (rows: PeopleRow[], troubles: Trouble[]) => setStage({ step: 'send', rows, troubles });
    return <CheckStep plan={stage.plan} unit={unit} onBack={toColumns} onSend={send} />;
  }
  return (
    <SendStep rows={stage.rows} troubles={stage.troubles} unit={unit} onAgain={() => setStage({ step: 'file' })} />
  );
}

/** The table with its headings matched; where none are known, the first row is taken for them and nothing is read from it yet. */
function tableOf(rows: string[][]): Table {
  const heading = headingRow(rows) ?? 0;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const headings = Array.from({ length: width }, (_, i) => rows[heading]?.[i] ?? '');
  return { rows, heading, columns: matchHeadings(headings).columns };
}
