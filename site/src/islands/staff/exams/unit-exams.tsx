// A unit's people by their exams: how far they came as a row of figures that are filters, the list, deciding about many at once.
import { useState } from 'preact/hooks';
import { can } from '../../../../../functions/domain/access/can.ts';
import { Choice, Select } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { visit } from '../navigation.ts';
import { OtherUnit } from '../other-unit.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { allPages } from '../training/all-pages.ts';
import { placeOf, useUnit, useUnitName } from '../units/use-unit.ts';
import { useLoad } from '../use-load.ts';
import { BulkDecide, BulkReport, type Outcome } from './bulk-decide.tsx';
import { ExamTable } from './exam-table.tsx';
import { type ExamPlace, type Filters, LEVELS, pathTo, STATES, STEPS } from './route.ts';
import { fits, isDecidable, peopleAt, type Row, rowsOf, yearsOf } from './rows.ts';
import type { KeeperSaid } from './words.ts';

interface Props {
  unit: string;
  place: ExamPlace;
  said: KeeperSaid;
}

export function UnitExams({ unit, place, said }: Props) {
  const { call, page, today } = useStaff();
  const { s } = said;
  const year = place.year ?? today.slice(0, 4);
  const query = {
    ...(year !== 'all' && { year }),
    ...(place.level && { level: place.level }),
    missing: 'true',
  } as const;
  const { value, problem, isLoading, reload } = useLoad(`exams ${unit} ${year} ${place.level ?? ''}`, async () => {
    const pages = await allPages((more) =>
      call('listExams', { params: { unit }, query: { ...query, ...more } as never }),
    );
    return rowsOf(pages.flatMap(({ people }) => people));
  });
  const refine = (change: Partial<Filters>) => visit(page(pathTo({ ...place, unit, ...change })), 'replaceState');
  return (
    <div class="stack">
      <Head unit={unit} said={said} />
      <p class="soft no-print">{s.lead}</p>
      <div class="filters no-print">
        <Select
          label={s.year}
          value={year}
          options={[...yearsOf(today), 'all'].map((one) => ({
            value: one,
            text: one === 'all' ? s.allYears : said.w.year(Number(one)),
          }))}
          onPick={(picked) => refine({ year: picked })}
        />
        <Select
          label={s.level}
          value={place.level ?? ''}
          options={['' as const, ...LEVELS].map((one) => ({
            value: one,
            text: one === '' ? s.all : said.words.levels[one],
          }))}
          onPick={(picked) => refine({ level: picked === '' ? undefined : picked } as Partial<Filters>)}
        />
        <Select
          label={s.state}
          value={place.state ?? ''}
          options={['' as const, ...STATES].map((one) => ({
            value: one,
            text: one === '' ? s.all : said.w.states[one],
          }))}
          onPick={(picked) => refine({ state: picked === '' ? undefined : picked } as Partial<Filters>)}
        />
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && <Rows rows={value} {...{ unit, place, said, refine }} onChanged={reload} />}
    </div>
  );
}

interface RowsProps extends Props {
  rows: readonly Row[];
  refine: (change: Partial<Filters>) => void;
  onChanged: () => Promise<void>;
}

function Rows({ rows, unit, place, said, refine, onChanged }: RowsProps) {
  const { s } = said;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<'confirm' | 'refuse' | undefined>();
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const shown = rows.filter((row) => fits(row, place));
  const chosen = shown.filter((row) => picked.has(row.key) && isDecidable(row));
  const changed = async () => {
    setPicked(new Set());
    await onChanged();
  };
  return (
    <>
      <Choice
        legend={s.stepsLegend}
        name="exam-step"
        options={STEPS}
        label={(step) => s.stepCount(s.steps[step], peopleAt(rows, step))}
        value={place.step}
        onPick={(step) => refine({ step })}
      />
      {outcome && <BulkReport outcome={outcome} said={said} />}
      {shown.length === 0 ? (
        <Nothing>{rows.length === 0 ? s.none : s.noneFit}</Nothing>
      ) : (
        <>
          <p class="soft small" role="status">
            {s.shown(shown.length)}
          </p>
          <ExamTable {...{ unit, said, picked }} rows={shown} onPicked={setPicked} />
        </>
      )}
      {chosen.length > 0 && (
        <div class="card bulk row">
          <span class="name">{s.picked(chosen.length)}</span>
          <button type="button" class="button" onClick={() => setAct('confirm')}>
            {s.acts.confirm}
          </button>
          <button type="button" class="button danger" onClick={() => setAct('refuse')}>
            {s.acts.refuse}
          </button>
          <button type="button" class="link" onClick={() => setPicked(new Set())}>
            {s.clear}
          </button>
        </div>
      )}
      {act && (
        <BulkDecide
          {...{ act, said }}
          rows={chosen}
          onOutcome={setOutcome}
          onChanged={changed}
          onClose={() => setAct(undefined)}
        />
      )}
    </>
  );
}

function Head({ unit, said }: { unit: string; said: KeeperSaid }) {
  const { actor, page } = useStaff();
  const { s } = said;
  const nameOf = useUnitName();
  const { value } = useUnit(unit);
  const mayNames = value !== undefined && can.listPeople(actor, { ancestors: ['', ...placeOf(value).ancestors] });
  const mayImport = value !== undefined && can.importExams(actor, placeOf(value));
  return (
    <div class="frame-head">
      <div>
        <p class="soft small">{value?.name ?? nameOf(unit)}</p>
        <h1 tabIndex={-1} data-arrive>
          {s.title}
        </h1>
      </div>
      <div class="row no-print">
        {mayNames && (
          <a class="button" href={page(pathTo({ unit, below: 'registered' }))}>
            {s.names.open}
          </a>
        )}
        {mayImport && (
          <a class="button" href={page(pathTo({ unit, isImport: true }))}>
            {s.import}
          </a>
        )}
        <OtherUnit label={s.otherUnit} action="readExams" onPick={(to) => visit(page(pathTo({ unit: to })))} />
      </div>
    </div>
  );
}
