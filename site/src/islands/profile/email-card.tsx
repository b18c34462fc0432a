// 邮箱: the address one is written to. None · one that waits for its mail to be answered · a confirmed one, with notices on or off.
import { useEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../../../functions/domain/time.ts';
import type { ApiProblem, Call } from '../../api/client.ts';
import { useShell } from '../../shell/shell.tsx';
import { momentText } from '../me/moment.ts';
import { EmailForm } from './email-form.tsx';
import type { Own } from './own.ts';
import { isSignedOut, Trouble } from './problem.tsx';
import { type Change, type Contact, useEmail, useEmailWords } from './use-email.ts';

interface Props {
  own: Own;
  call: Call;
  /** The code of a mail whose link was opened. */
  code: string | undefined;
  onCodeUsed: () => void;
}

export function EmailCard({ own, call, code, onCodeUsed }: Props) {
  const t = useEmailWords();
  const { contact, change, confirm, isBusy, problem } = useEmail({ own, call, code, onUsed: onCodeUsed });
  const [asks, setAsks] = useState<'change' | 'remove' | undefined>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever comes by a link of a mail comes for this card.
    if (code !== undefined || location.hash === '#mail') heading.current?.focus();
  }, []);
  const close = () => {
    setAsks(undefined);
    heading.current?.focus();
  };
  /** What it was asked with goes once it is done, and what comes in its place is told from the heading on. */
  const finish = async (body: Change, said: string) => {
    if (await change(body, said)) close();
  };
  const hasNone = contact.confirmed === undefined && contact.waiting === undefined;
  const email = (contact.confirmed ?? contact.waiting)?.email ?? '';
  const tools = { contact, isBusy, change, finish };
  return (
    <section class="card" id="mail" aria-labelledby="mail-title">
      <h2 id="mail-title" ref={heading} tabIndex={-1}>
        {t.title}
      </h2>
      {hasNone && <p>{t.lead}</p>}
      <p role="status">{isBusy && code !== undefined && t.confirming}</p>
      {problem && <EmailTrouble problem={problem} {...(code !== undefined && { onRetry: () => void confirm(code) })} />}
      {contact.confirmed && <Confirmed {...tools} />}
      {contact.waiting && <Waiting {...tools} />}
      {hasNone || asks === 'change' ? (
        <EmailForm
          isBusy={isBusy}
          isFirst={hasNone}
          onSend={(typed) => finish({ email: typed }, t.sent)}
          onClose={close}
        />
      ) : (
        asks === undefined && <Tools onAsk={setAsks} />
      )}
      {asks === 'remove' && (
        <Removal email={email} isBusy={isBusy} onRemove={() => finish({ email: null }, t.removed)} onClose={close} />
      )}
      <p class="small soft">{t.only}</p>
    </section>
  );
}

interface StateProps {
  contact: Contact;
  isBusy: boolean;
  /** Does it, and says so. */
  change: (body: Change, said: string) => Promise<boolean>;
  /** The same where the button goes with what it was for. */
  finish: (body: Change, said: string) => Promise<void>;
}

function Confirmed({ contact: { confirmed, waiting, wantsNotices }, isBusy, change }: StateProps) {
  const { words } = useShell();
  const t = useEmailWords();
  if (confirmed === undefined) return null;
  return (
    <div class="stack-tight">
      <p class="name">{t.confirmed(confirmed.email)}</p>
      <p class="small soft">{waiting ? t.stillOld : t.since(words.date(dayOf(confirmed.at)))}</p>
      <label class="radio">
        <input
          type="checkbox"
          checked={wantsNotices}
          aria-disabled={isBusy}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            void change({ wantsNotices: isOn }, isOn ? t.turnedOn : t.turnedOff);
          }}
        />
        {t.notices}
      </label>
      {!wantsNotices && <p class="small soft">{t.noticesOff}</p>}
    </div>
  );
}

function Waiting({ contact: { waiting, confirmed }, isBusy, change, finish }: StateProps) {
  const { words, now } = useShell();
  const t = useEmailWords();
  if (waiting === undefined) return null;
  const isOver = waiting.until <= now();
  return (
    <div class="notice stack-tight">
      <p class="name">{t.waiting(waiting.email)}</p>
      <p>{isOver ? t.overText : t.waitingText(momentText(waiting.until, words))}</p>
      <div class="row">
        <button
          type="button"
          class="button plain"
          aria-disabled={isBusy}
          onClick={() => void change({ email: waiting.email }, t.sent)}
        >
          {t.again}
        </button>
        {confirmed && (
          <button
            type="button"
            class="button plain"
            aria-disabled={isBusy}
            onClick={() => void finish({ email: confirmed.email }, t.stayed)}
          >
            {t.stay}
          </button>
        )}
      </div>
    </div>
  );
}

function Tools({ onAsk }: { onAsk: (what: 'change' | 'remove') => void }) {
  const t = useEmailWords();
  return (
    <div class="row">
      <button type="button" class="button plain" onClick={() => onAsk('change')}>
        {t.change}
      </button>
      <button type="button" class="button plain" onClick={() => onAsk('remove')}>
        {t.remove}
      </button>
    </div>
  );
}

interface RemovalProps {
  email: string;
  isBusy: boolean;
  onRemove: () => Promise<void>;
  onClose: () => void;
}

/** What removing means is read before the button that does it. */
function Removal({ email, isBusy, onRemove, onClose }: RemovalProps) {
  const t = useEmailWords();
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <fieldset class="choice notice trouble">
      <legend class="visually-hidden">{t.remove}</legend>
      <p ref={text} tabIndex={-1}>
        {t.removeText(email)}
      </p>
      <div class="row">
        <button type="button" class="button danger" aria-disabled={isBusy} onClick={() => void onRemove()}>
          {t.removeSure}
        </button>
        <button type="button" class="button plain" onClick={onClose}>
          {t.removeNot}
        </button>
      </div>
    </fieldset>
  );
}

/** A problem in the words of this card, where it has its own. */
function EmailTrouble({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) {
  const t = useEmailWords();
  const { code, reason } = problem;
  const known: Readonly<Record<string, string>> = code === 'refused' ? t.reasons : t.problems;
  const text = known[code === 'refused' ? (reason ?? '') : code];
  const isTriable = onRetry !== undefined && code !== 'refused' && !isSignedOut(problem);
  return <Trouble problem={problem} text={text} {...(isTriable && { onRetry })} />;
}
