// The link of one's own calendar: made, used at once, made anew, stopped. It is shown when it is made and never again.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { momentText } from '../me/moment.ts';
import { inLanguage, subscribed } from '../training/calendar-address.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';

type Kind = 'make' | 'end';
type Held = Answer<'changeMyCalendar'>;

export function CalendarCard({ person }: { person: string }) {
  const { t, call } = useTraining();
  const loaded = useLoad(person, () => call('showMyCalendar', { params: { person } }));
  return (
    <section class="card stack-tight" aria-labelledby="calendar">
      <h2 id="calendar">{t.calendar.title}</h2>
      <p>{t.calendar.lead}</p>
      {loaded.state === 'loading' && <p class="waiting">{t.loading}</p>}
      {loaded.state === 'failed' && <Notice trouble>{t.calendar.failed}</Notice>}
      {loaded.state === 'ready' && <Link person={person} first={loaded.answer} />}
    </section>
  );
}

function Link({ person, first }: { person: string; first: Held }) {
  const { words, t } = useTraining();
  const { held, isSending, problem, send } = useLink(person, first);
  return (
    <>
      {held.address !== undefined && <Address address={held.address} />}
      {held.address === undefined && held.madeAt !== undefined && (
        <p>{t.calendar.made(momentText(held.madeAt, words))}</p>
      )}
      {problem !== undefined && (
        <Notice trouble>{problem.code === 'conflict' ? t.calendar.conflict : t.calendar.failed}</Notice>
      )}
      {held.madeAt === undefined ? (
        <div>
          <button type="button" class="button" aria-disabled={isSending} onClick={() => send('make')}>
            {isSending ? t.sending : t.calendar.make}
          </button>
        </div>
      ) : (
        <Change isSending={isSending} onSend={send} />
      )}
    </>
  );
}

/** The link while it can be seen. */
function Address({ address }: { address: string }) {
  const { lang, t, toast } = useTraining();
  const own = inLanguage(address, lang);
  const copy = () => {
    const copied = navigator.clipboard?.writeText(own) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => toast(t.course.copied),
      () => toast(t.course.copyFailed),
    );
  };
  return (
    <div class="stack-tight" role="status">
      <p>{t.calendar.once}</p>
      <label class="field">
        <span>{t.calendar.address}</span>
        <input type="text" readOnly value={own} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div class="row">
        <a class="button" href={subscribed(own)}>
          {t.calendar.open}
        </a>
        <button type="button" class="button plain" onClick={copy}>
          {t.calendar.copy}
        </button>
      </div>
      <p class="small soft">{t.calendar.hint}</p>
    </div>
  );
}

/** Both stop the link that there is: what will happen is said first. */
function Change({ isSending, onSend }: { isSending: boolean; onSend: (kind: Kind) => void }) {
  const { t } = useTraining();
  const [asked, setAsked] = useState<Kind | undefined>();
  if (asked === undefined || isSending) {
    return (
      <div class="row">
        <button type="button" class="link" aria-disabled={isSending} onClick={() => setAsked('make')}>
          {t.calendar.again}
        </button>
        <button type="button" class="link" aria-disabled={isSending} onClick={() => setAsked('end')}>
          {t.calendar.end}
        </button>
      </div>
    );
  }
  const go = () => {
    setAsked(undefined);
    onSend(asked);
  };
  return (
    <fieldset class="bulk stack-tight confirm" aria-labelledby="calendar-will">
      <p id="calendar-will">{asked === 'make' ? t.calendar.willAgain : t.calendar.willEnd}</p>
      <div class="row">
        <button type="button" class="button" onClick={go}>
          {asked === 'make' ? t.calendar.confirmAgain : t.calendar.confirmEnd}
        </button>
        <button type="button" class="button plain" onClick={() => setAsked(undefined)}>
          {t.cancel}
        </button>
      </div>
    </fieldset>
  );
}

function useLink(person: string, first: Held) {
  const { t, call, toast } = useTraining();
  const [held, setHeld] = useState(first);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const send = (kind: Kind) => {
    if (isSending) return;
    setSending(true);
    setProblem(undefined);
    const done = (answer: Held) => {
      setHeld(answer);
      if (kind === 'end') toast(t.calendar.ended);
    };
    call('changeMyCalendar', { params: { person }, body: { kind } })
      .then(done, setProblem)
      .finally(() => setSending(false));
  };
  return { held, isSending, problem, send };
}
