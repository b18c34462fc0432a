// One person's ledger as those see it who keep it: the same figures and entries as the person sees, deciding about entries, handing in for them.
import { useState } from 'preact/hooks';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { EntryList } from '../../ledger/entry-list.tsx';
import { noneText } from '../../ledger/figures.ts';
import { Overview } from '../../ledger/overview.tsx';
import { PeriodPick } from '../../ledger/period-pick.tsx';
import { ProposeForm } from '../../ledger/propose-form.tsx';
import type { Entry, LedgerRead, Said } from '../../ledger/said.ts';
import { Trouble, Waiting } from '../parts.tsx';
import { useLoad } from '../use-load.ts';
import { DecideEntry, type Move } from './decide-entry.tsx';
import { type KeeperWords, keeperWords } from './words.ts';

type KeeperSaid = Said & { w: KeeperWords };

export function PersonHours({ person, unit }: { person: string; unit: string }) {
  const { lang, words, call, page } = useStaff();
  const said = { lang, words, w: keeperWords(lang) };
  const { w } = said;
  const [day, setDay] = useState('');
  // Under one key: what is being typed below stays while another period is read.
  const [kept, keep] = useState<LedgerRead | undefined>();
  const { problem, isLoading, reload } = useLoad(`ledger ${person} ${day}`, async () => {
    keep(await call('readLedger', { params: { person }, query: day === '' ? {} : { day } }));
  });
  return (
    <div class="stack">
      <a class="link start no-print" href={page(`/staff/hours/?unit=${unit}`)}>
        {w.staff.back}
      </a>
      <div>
        <p class="soft small">{w.title}</p>
        <h1 tabIndex={-1} data-arrive>
          {kept?.name ?? (problem ? w.title : words.loading)}
        </h1>
      </div>
      {problem?.code === 'not_found' ? (
        <Notice trouble>{w.staff.unknownPerson}</Notice>
      ) : (
        problem && <Trouble problem={problem} onRetry={() => void reload()} />
      )}
      {kept === undefined && isLoading && <Waiting />}
      {kept && <Shown read={kept} said={said} onDay={setDay} onChanged={reload} />}
    </div>
  );
}

interface ShownProps {
  read: LedgerRead;
  said: KeeperSaid;
  onDay: (day: string) => void;
  onChanged: () => Promise<void>;
}

function Shown({ read, said, onDay, onChanged }: ShownProps) {
  const { call, toast, device } = useStaff();
  const { words, w } = said;
  const { person } = read;
  const [deciding, setDeciding] = useState<{ entry: Entry; move: Move } | undefined>();
  const acts = (entry: Entry) => <Acts entry={entry} w={w} onPick={(move) => setDeciding({ entry, move })} />;
  const sent = () => {
    toast(w.sent);
    void onChanged();
  };
  return (
    <>
      <p class="only-print">{w.printed(read.name, words.date(read.today))}</p>
      <PeriodPick read={read} said={said} onPick={onDay} />
      {read.ledger === undefined ? (
        <Notice>{noneText(read, said)}</Notice>
      ) : (
        <Overview ledger={read.ledger} today={read.today} said={said} />
      )}
      <EntryList read={read} said={said} acts={acts} />
      {read.addable && (
        <ProposeForm
          {...{ read, said, now: device.now, newId: device.newId }}
          title={w.proposeFor(read.name)}
          send={(body) => call('addEntry', { params: { person }, body })}
          onDone={sent}
        />
      )}
      <div class="no-print">
        <button type="button" class="button plain" onClick={() => print()}>
          {w.print}
        </button>
      </div>
      {deciding && (
        <DecideEntry {...{ person, w, ...deciding }} onChanged={onChanged} onClose={() => setDeciding(undefined)} />
      )}
    </>
  );
}

function Acts({ entry, w, onPick }: { entry: Entry; w: KeeperSaid['w']; onPick: (move: Move) => void }) {
  if (entry.moves.length === 0) return null;
  return (
    <span class="row no-print">
      {entry.moves.map((move) => (
        <button
          key={move}
          type="button"
          class={move === 'approve' ? 'tool' : 'tool grave'}
          onClick={() => onPick(move)}
        >
          {w.staff.acts[move]}
          <span class="visually-hidden">：{entry.title}</span>
        </button>
      ))}
    </span>
  );
}
