// One's own ledger of continuing education: the period's figures, every entry with its history, and handing in what was learned elsewhere.
import { useState } from 'preact/hooks';
import { Notice } from '../../shell/parts.tsx';
import { needsSignIn } from '../training/problem-text.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { EntryList } from './entry-list.tsx';
import { noneText } from './figures.ts';
import { Overview } from './overview.tsx';
import { PeriodPick } from './period-pick.tsx';
import { ProposeForm } from './propose-form.tsx';
import { type LedgerRead, ledgerWords, problemText, type Said } from './said.ts';
import { Withdraw } from './withdraw.tsx';

export function LedgerPage() {
  const { lang, words, page, person, loginAddress, t } = useTraining();
  const w = ledgerWords(lang);
  return (
    <div class="stack ledger">
      <div class="spread">
        <h1>{words.titles.ledger}</h1>
        <span class="row no-print">
          <a href={page('/subsidy/')}>{w.subsidies}</a>
          <a href={page('/my-training/')}>{words.titles.myTraining}</a>
        </span>
      </div>
      <p class="soft no-print">{w.lead}</p>
      {person === undefined ? (
        <div class="empty">
          <p>{w.signIn}</p>
          <a class="button" href={loginAddress('/ledger/')}>
            {t.signIn}
          </a>
        </div>
      ) : (
        <Own key={person} person={person} said={{ lang, words, w }} />
      )}
    </div>
  );
}

function Own({ person, said }: { person: string; said: Said }) {
  const { words, t, call, loginAddress } = useTraining();
  const [day, setDay] = useState('');
  // What came last stays until the next is there: what is being typed below must not go.
  const [kept, keep] = useState<LedgerRead | undefined>();
  const loaded = useLoad(`${person} ${day}`, async () => {
    const read = await call('readLedger', { params: { person }, query: day === '' ? {} : { day } });
    keep(read);
    return read;
  });
  return (
    <>
      {loaded.state === 'failed' && (
        <Notice trouble>
          <p>{loaded.problem.code === 'offline' ? said.w.failed : problemText(loaded.problem, said)}</p>
          {needsSignIn(loaded.problem) ? (
            <a class="link start" href={loginAddress('/ledger/')}>
              {t.signIn}
            </a>
          ) : (
            <button type="button" class="link start" onClick={loaded.again}>
              {words.retry}
            </button>
          )}
        </Notice>
      )}
      {kept === undefined && loaded.state === 'loading' && <p class="waiting">{words.loading}</p>}
      {kept !== undefined && <Shown read={kept} said={said} onDay={setDay} onChanged={loaded.again} />}
    </>
  );
}

interface ShownProps {
  read: LedgerRead;
  said: Said;
  onDay: (day: string) => void;
  onChanged: () => void;
}

function Shown({ read, said, onDay, onChanged }: ShownProps) {
  const { call, toast, now, newId } = useTraining();
  const { words, w } = said;
  const { person } = read;
  const done = (text: string) => {
    toast(text);
    onChanged();
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
      <EntryList
        read={read}
        said={said}
        acts={(entry) => (
          <Withdraw
            {...{ entry, said, newId }}
            send={(body) => call('moveEntry', { params: { person, entry: entry.id }, body })}
            onDone={() => done(w.withdrawDone)}
          />
        )}
      />
      {!read.decidable && <Notice>{w.undecidable}</Notice>}
      {read.addable && (
        <ProposeForm
          {...{ read, said, now, newId }}
          title={w.propose}
          send={(body) => call('addEntry', { params: { person }, body })}
          onDone={() => done(w.sent)}
        />
      )}
      <div class="no-print">
        <button type="button" class="button plain" onClick={() => print()}>
          {w.print}
        </button>
      </div>
    </>
  );
}
