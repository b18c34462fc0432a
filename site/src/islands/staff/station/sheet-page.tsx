// The sheet of a month: what was done, with its sums, and what is served; adding is the first thing at hand.
import { useState } from 'preact/hooks';
import type { WorkType } from '../../../../../functions/domain/activities/record.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { useLoad } from '../use-load.ts';
import type { WorkLine } from './answers.ts';
import { CoverageCard } from './coverage-card.tsx';
import { RecordList } from './record-list.tsx';
import { addressOf } from './route.ts';
import { useStationWords, yuanOf } from './words.ts';
import { WorkForm } from './work-form.tsx';

const TYPES: readonly WorkType[] = ['activity', 'supervision', 'fund'];

export function SheetPage({ unit, start }: { unit: string; start?: string | undefined }) {
  const { call, today, page } = useStaff();
  const w = useStationWords();
  const [month, setMonth] = useState(start ?? today.slice(0, 7));
  const [adding, setAdding] = useState<WorkType | undefined>();
  const query = { year: month.slice(0, 4), month };
  const { value, problem, isLoading, reload } = useLoad(`work ${unit} ${month}`, () =>
    call('readWork', { params: { unit }, query }),
  );
  return (
    <>
      <label class="field short no-print">
        <span class="small soft">{w.month}</span>
        <input
          type="month"
          value={month}
          max={today.slice(0, 7)}
          onInput={({ currentTarget: { value: typed } }) => /^20\d{2}-\d{2}$/.test(typed) && setMonth(typed)}
        />
      </label>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value?.keeps && (
        <div class="row no-print">
          {TYPES.map((type, i) => (
            <button
              key={type}
              type="button"
              class={i === 0 ? 'button' : 'button plain'}
              onClick={() => setAdding(type)}
            >
              {w.add[type]}
            </button>
          ))}
          <a class="button plain" href={page(addressOf({ view: 'import', unit }))}>
            {w.importList}
          </a>
        </div>
      )}
      {value?.keeps && <p class="small soft no-print">{w.numbersOnly}</p>}
      <div class="spread wraps">
        <h2>{w.monthName(month)}</h2>
        {value && (
          <button type="button" class="tool no-print" onClick={() => print()}>
            {w.print}
          </button>
        )}
      </div>
      {value && <Sums records={value.records} />}
      {value && value.records.length === 0 && <Nothing>{w.none}</Nothing>}
      {value && value.records.length > 0 && <RecordList unit={unit} sheet={value} onChanged={reload} />}
      {value && <CoverageCard unit={unit} month={month} sheet={value} onChanged={reload} />}
      {adding && (
        <WorkForm unit={unit} type={adding} month={month} onChanged={reload} onClose={() => setAdding(undefined)} />
      )}
    </>
  );
}

/** Sums of what holds; person-times with the rule that they are counted by. */
function Sums({ records }: { records: readonly WorkLine[] }) {
  const w = useStationWords();
  const works = records.filter(({ voided }) => !voided).map(({ work }) => work);
  const count = (type: WorkType) => works.filter((work) => work.type === type).length.toLocaleString('en-US');
  const served = works.reduce((sum, work) => sum + (work.type === 'activity' ? work.served : 0), 0);
  const cents = works.reduce((sum, work) => sum + (work.type === 'fund' ? work.cents : 0), 0);
  return (
    <div>
      <p>{w.totals(count('activity'), served.toLocaleString('en-US'), count('supervision'), yuanOf(cents))}</p>
      <p class="small soft">{w.personTimes}</p>
    </div>
  );
}
