// One's own record of exams: what still counts, every year, and saying what came since.
import { useState } from 'preact/hooks';
import { Notice } from '../../shell/parts.tsx';
import { needsSignIn } from '../training/problem-text.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { EntryForm } from './entry-form.tsx';
import { entryText } from './result-text.ts';
import { type Entry, type ExamsRead, problemText, type Said } from './said.ts';
import { Shown } from './shown.tsx';
import { Withdraw } from './withdraw.tsx';

export function OwnRecord({ person, said }: { person: string; said: Said }) {
  const { words, t, call, loginAddress } = useTraining();
  // What came last stays until the next is there: what is being typed below must not go.
  const [kept, keep] = useState<ExamsRead | undefined>();
  const loaded = useLoad(person, async () => {
    const read = await call('readExams', { params: { person } });
    keep(read);
    return read;
  });
  return (
    <>
      {loaded.state === 'failed' && (
        <Notice trouble>
          <p>{loaded.problem.code === 'offline' ? said.w.failed : problemText(loaded.problem, said)}</p>
          {needsSignIn(loaded.problem) ? (
            <a class="link start" href={loginAddress('/exam/')}>
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
      {kept !== undefined && <Own read={kept} said={said} onChanged={loaded.again} />}
    </>
  );
}

interface OwnProps {
  read: ExamsRead;
  said: Said;
  onChanged: () => void;
}

function Own({ read, said, onChanged }: OwnProps) {
  const { call, toast, newId } = useTraining();
  const { w } = said;
  const { person, version, today } = read;
  const done = (text: string) => {
    toast(text);
    onChanged();
  };
  const sent = () => done(read.confirmable ? w.form.sent : w.form.sentAlone);
  const form = { today, version, said, newId, onConflict: onChanged };
  const send = (body: Parameters<Parameters<typeof EntryForm>[0]['send']>[0]) =>
    call('putExam', { params: { person }, body });
  return (
    <>
      <Shown
        read={read}
        said={said}
        due={read.due.map(({ level, year }) => (
          <Notice key={level}>{w.due.own(said.words.levelNames[level], year)}</Notice>
        ))}
        acts={(entry) => (
          <Acts
            entry={entry}
            said={said}
            change={(onClose) => (
              <EntryForm
                {...form}
                {...{ entry, send, onClose }}
                onDone={() => {
                  onClose();
                  sent();
                }}
              />
            )}
            withdraw={(onClose) => (
              <Withdraw
                {...{ entry, version, said, newId, onClose }}
                send={(body) => call('moveExam', { params: { person }, body })}
                onDone={() => {
                  onClose();
                  done(w.withdrawDone);
                }}
              />
            )}
          />
        )}
      />
      {!read.confirmable && <Notice>{w.undecidable}</Notice>}
      {read.addable && (
        <section class="card no-print" aria-labelledby="add-exam">
          <h2 id="add-exam">{w.add}</h2>
          <p class="soft">{w.addLead}</p>
          <EntryForm {...form} send={send} onDone={sent} />
        </section>
      )}
      <div class="no-print">
        <button type="button" class="button plain" onClick={() => print()}>
          {w.print}
        </button>
      </div>
    </>
  );
}

interface ActsProps {
  entry: Entry;
  said: Said;
  change: (onClose: () => void) => preact.ComponentChildren;
  withdraw: (onClose: () => void) => preact.ComponentChildren;
}

/** What one may do about an entry; a form takes the place of the buttons. */
function Acts({ entry, said, change, withdraw }: ActsProps) {
  const { w } = said;
  const [open, setOpen] = useState<'put' | 'withdraw' | undefined>();
  const close = () => setOpen(undefined);
  if (open === 'put') return <div class="no-print">{change(close)}</div>;
  if (open === 'withdraw') return <>{withdraw(close)}</>;
  const what = entryText(entry, said);
  return (
    <div class="row no-print">
      {entry.moves.includes('put') && (
        <button type="button" class="tool" aria-label={w.changeWhat(what)} onClick={() => setOpen('put')}>
          {w.change}
        </button>
      )}
      {entry.moves.includes('withdraw') && (
        <button type="button" class="tool grave" aria-label={w.withdrawWhat(what)} onClick={() => setOpen('withdraw')}>
          {w.withdraw}
        </button>
      )}
    </div>
  );
}
