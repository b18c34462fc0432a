// The queue: applications by state, what was applied for first first; those that are checked are put on a public list together.
import { useState } from 'preact/hooks';
import { isOpen, STATES, type State } from '../../../../../functions/domain/subsidies/application.ts';
import { Select } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { rulesIn, yuanOf } from '../../subsidies/said.ts';
import { visit } from '../navigation.ts';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { allPages } from '../training/all-pages.ts';
import { useLoad } from '../use-load.ts';
import { ListDialog } from './list-dialog.tsx';
import { QueueTable } from './queue-table.tsx';
import { type Place, pathTo, yearsOf } from './route.ts';
import { Report, type Slices } from './slices.tsx';
import { type DeskSaid, type Row, sumOf } from './words.ts';

interface Props {
  unit: string;
  place: Place;
  said: DeskSaid;
}

const OPEN = STATES.filter(isOpen);

export function QueuePage({ unit, place, said }: Props) {
  const { call, page, today } = useStaff();
  const { s, w } = said;
  const { state, year } = place;
  const query = { ...(state && { state }), ...(year && { year }) };
  const { value, problem, isLoading, reload } = useLoad(`subsidies ${unit} ${state} ${year}`, async () => {
    const pages = await allPages((more) =>
      call('listSubsidies', { params: { unit }, query: { ...query, ...more } as never }),
    );
    const rows = pages.flatMap(({ applications }) => applications);
    return { rows, rules: pages.flatMap(rulesIn), decides: pages[0]?.decides ?? false };
  });
  const refine = (change: Partial<Place>) => {
    const { state: _s, year: _y, ...rest } = place;
    visit(page(pathTo({ ...rest, unit, ...change })), 'replaceState');
  };
  const states: readonly State[] = year === undefined ? OPEN : STATES.filter((one) => !isOpen(one));
  return (
    <>
      <div class="filters no-print">
        <Select
          label={s.views.queue}
          value={year ?? ''}
          options={['', ...yearsOf(today)].map((one) => ({
            value: one,
            text: one === '' ? s.all : `${s.over}　${s.yearOf(one)}`,
          }))}
          onPick={(picked) => refine(picked === '' ? {} : { year: picked })}
        />
        <Select
          label={s.state}
          value={state ?? ''}
          options={['' as const, ...states].map((one) => ({ value: one, text: one === '' ? '—' : w.states[one] }))}
          onPick={(picked) => refine({ ...(year && { year }), ...(picked !== '' && { state: picked }) })}
        />
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && (
        <Rows
          {...value}
          {...{ unit, place, said }}
          isFiltered={state !== undefined || year !== undefined}
          onChanged={reload}
        />
      )}
    </>
  );
}

interface RowsProps extends Props {
  rows: readonly Row[];
  rules: ReturnType<typeof rulesIn>;
  decides: boolean;
  isFiltered: boolean;
  onChanged: () => Promise<void>;
}

function Rows({ rows, rules, decides, isFiltered, unit, place, said, onChanged }: RowsProps) {
  const { s } = said;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [isListing, setListing] = useState(false);
  const [done, setDone] = useState<Slices | undefined>();
  const isListable = (row: Row) => decides && row.moves.includes('list');
  const chosen = rows.filter((row) => picked.has(row.application) && isListable(row));
  const ofOneRule = new Set(chosen.map(({ rule }) => rule)).size === 1;
  const rule = rules.find(({ id }) => id === chosen[0]?.rule);
  const changed = async () => {
    setPicked(new Set());
    await onChanged();
  };
  return (
    <>
      {done && <Report slices={done} said={said} unit={unit} />}
      {rows.length === 0 ? (
        <Nothing>{isFiltered ? s.none : s.noneAtAll}</Nothing>
      ) : (
        <>
          <p class="soft small" role="status">
            {s.shown(rows.length)}
          </p>
          <QueueTable {...{ rows, rules, unit, place, said, picked, isListable }} onPicked={setPicked} />
        </>
      )}
      {chosen.length > 0 && (
        <div class="card bulk row">
          <span class="name">{s.picked(chosen.length, yuanOf(sumOf(chosen)))}</span>
          {ofOneRule ? (
            <button type="button" class="button" onClick={() => setListing(true)}>
              {s.list}
            </button>
          ) : (
            <span class="small">{s.oneRule}</span>
          )}
          <button type="button" class="link" onClick={() => setPicked(new Set())}>
            {s.clear}
          </button>
        </div>
      )}
      {isListing && rule && (
        <ListDialog
          {...{ unit, rule, said }}
          rows={chosen}
          onOutcome={setDone}
          onChanged={changed}
          onClose={() => setListing(false)}
        />
      )}
    </>
  );
}
