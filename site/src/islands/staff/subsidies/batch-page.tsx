// One list: everybody on it, ending its notice, marking what was paid, the file for whoever pays, and the sheet for the public with masked names.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { rulesIn, ruleText, yuanOf } from '../../subsidies/said.ts';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { useLoad } from '../use-load.ts';
import { type BatchRead, MoveDialog } from './move-dialog.tsx';
import { NoticeList } from './notice-list.tsx';
import { QueueTable } from './queue-table.tsx';
import { pathTo } from './route.ts';
import { batchSheet, SheetExport } from './sheet.tsx';
import { Report, type Slices } from './slices.tsx';
import { type DeskSaid, sumOf } from './words.ts';

interface Props {
  unit: string;
  batch: string;
  said: DeskSaid;
}

export function BatchPage({ unit, batch, said }: Props) {
  const { call, page } = useStaff();
  const { s } = said;
  const { value, problem, isLoading, reload } = useLoad(`batch ${unit} ${batch}`, () =>
    call('readSubsidyBatch', { params: { unit, batch } }),
  );
  return (
    <div class="stack">
      <a class="no-print" href={page(pathTo({ view: 'lists', unit }))}>
        {s.backToLists}
      </a>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && <Shown read={value} unit={unit} said={said} onChanged={reload} />}
    </div>
  );
}

function Shown({
  read,
  unit,
  said,
  onChanged,
}: {
  read: BatchRead;
  unit: string;
  said: DeskSaid;
  onChanged: () => Promise<void>;
}) {
  const { today } = useStaff();
  const { s, words } = said;
  const [act, setAct] = useState<'publish' | 'pay' | undefined>();
  const [done, setDone] = useState<Slices | undefined>();
  const { batch, rows, gone } = read;
  const rules = rulesIn({ rules: [read.rule] });
  const rule = rules[0];
  const listed = rows.filter(({ state }) => state === 'listed');
  const published = rows.filter(({ state }) => state === 'published');
  const table = { rules, unit, said, picked: new Set<string>(), isListable: () => false, onPicked: () => undefined };
  const place = { view: 'lists' as const, batch: batch.batch };
  if (rule === undefined) return null;
  return (
    <>
      <div class="no-print stack-tight">
        <h1 tabIndex={-1} data-arrive>
          {ruleText(rule, said)}
        </h1>
        <p>{s.lists.span(words.date(batch.from), words.date(batch.last))}</p>
        <p>{s.batch.sum(rows.length, yuanOf(sumOf(rows)))}</p>
        <div class="row">
          <button type="button" class="button plain" onClick={() => print()}>
            {s.batch.print}
          </button>
          {read.decides && today > batch.last && listed.length > 0 && (
            <button type="button" class="button" onClick={() => setAct('publish')}>
              {s.batch.publish}
            </button>
          )}
          {read.decides && published.length > 0 && (
            <button type="button" class="button" onClick={() => setAct('pay')}>
              {s.batch.pay}
            </button>
          )}
          <SheetExport sheet={() => batchSheet(read, said)} said={said} />
        </div>
      </div>
      {done && <Report slices={done} said={said} />}
      <section class="stack-tight no-print" aria-labelledby="names">
        <h2 id="names">{s.batch.names}</h2>
        {rows.length === 0 ? <Nothing>{s.batch.noOne}</Nothing> : <QueueTable {...table} place={place} rows={rows} />}
        {gone.length > 0 && (
          <>
            <h3>{s.batch.gone}</h3>
            <QueueTable {...table} place={place} rows={gone} />
          </>
        )}
      </section>
      {rows.length > 0 && <NoticeList read={read} rule={rule} said={said} />}
      {act && (
        <MoveDialog
          {...{ read, unit, act, said, onChanged }}
          rows={act === 'publish' ? listed : published}
          onOutcome={setDone}
          onClose={() => setAct(undefined)}
        />
      )}
    </>
  );
}
