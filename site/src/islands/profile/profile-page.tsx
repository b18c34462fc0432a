// 我的资料: what is kept of oneself; correcting it, taking it along, deleting the account.
import { useEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../../../functions/domain/time.ts';
import type { Call } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { SignInLink } from '../me/account-card.tsx';
import { useLoad } from '../staff/use-load.ts';
import { CorrectForm } from './correct-form.tsx';
import { DeleteCard } from './delete-account.tsx';
import { EmailCard } from './email-card.tsx';
import { arrivedEmailCode } from './email-code.ts';
import { ExportCard } from './export-card.tsx';
import { keepers, type Own } from './own.ts';
import { isSignedOut, Trouble } from './problem.tsx';
import { Certificates, Employments, FactList, Pools, Roles } from './record.tsx';
import { useEmailWords } from './use-email.ts';
import { useProfileWords } from './use-words.ts';

export function ProfilePage() {
  const { words, call } = useShell();
  const { profile } = useJournal();
  const [gone, setGone] = useState<{ next: string | null } | undefined>();
  const [code, setCode] = useState(arrivedEmailCode);
  useEffect(() => {
    // A link opened in this tab changes the fragment and loads nothing.
    const read = () => setCode(arrivedEmailCode());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  if (gone) return <Gone next={gone.next} />;
  return (
    <div class="stack">
      <h1>{words.titles.profile}</h1>
      {profile === 'guest' && <Guest hasCode={code !== undefined} />}
      {profile !== 'guest' && call === undefined && <Waiting />}
      {profile !== 'guest' && call && (
        <OwnRecord
          key={profile}
          person={profile}
          call={call}
          code={code}
          onCodeUsed={() => setCode(undefined)}
          onGone={(next) => setGone({ next })}
        />
      )}
    </div>
  );
}

function Guest({ hasCode }: { hasCode: boolean }) {
  const t = useProfileWords();
  const email = useEmailWords();
  return (
    <>
      <Notice>{hasCode ? email.guest : t.guest}</Notice>
      <SignInLink to="/profile/" />
    </>
  );
}

/** Lines without words where the record will stand, so that nothing jumps when it comes. */
function Waiting() {
  const { words } = useShell();
  return (
    <div class="card blank">
      <span class="visually-hidden">{words.loading}</span>
      {Array.from({ length: 6 }, (_, i) => (
        <span key={i} class="blank-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** The code of a mail whose link was opened, until it was used. */
interface Coded {
  code: string | undefined;
  onCodeUsed: () => void;
}

interface RecordProps extends Coded {
  person: string;
  call: Call;
  onGone: (next: string | null) => void;
}

function OwnRecord({ person, call, onGone, ...coded }: RecordProps) {
  const { words, session } = useShell();
  const { value, problem, reload } = useLoad(`self ${person}`, () =>
    call('readSelf', { params: { person }, query: {} }),
  );
  // Who is signed in by now is another account: theirs can be opened.
  const open = async () => void (await session?.whoAmI());
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {problem && isSignedOut(problem) && <SignInLink to="/profile/" />}
      {problem?.code === 'not_found' && (
        <div>
          <button type="button" class="button plain" onClick={() => void open()}>
            {words.me.otherPerson}
          </button>
        </div>
      )}
      {value === undefined && !problem && <Waiting />}
      {value && <Shown own={value} call={call} onChanged={reload} onGone={onGone} {...coded} />}
    </>
  );
}

interface ShownProps extends Coded {
  own: Own;
  call: Call;
  onChanged: () => Promise<void>;
  onGone: (next: string | null) => void;
}

function Shown({ own, call, onChanged, onGone, ...coded }: ShownProps) {
  const { now } = useShell();
  const today = dayOf(now());
  return (
    <div class="me-panes">
      <div class="stack">
        <Facts own={own} call={call} onChanged={onChanged} />
        <EmailCard own={own} call={call} {...coded} />
        <Employments own={own} today={today} />
        <Certificates own={own} today={today} />
        <Pools own={own} />
        <Roles own={own} today={today} />
      </div>
      <div class="stack">
        <WhomToAsk own={own} />
        <ExportCard own={own} call={call} />
        <DeleteCard own={own} call={call} onChanged={onChanged} onGone={onGone} />
      </div>
    </div>
  );
}

function Facts({ own, call, onChanged }: Pick<ShownProps, 'own' | 'call' | 'onChanged'>) {
  const { session, toast } = useShell();
  const t = useProfileWords();
  const [isCorrecting, setCorrecting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (isDone: boolean) => {
    setCorrecting(false);
    requestAnimationFrame(() => opener.current?.focus());
    if (!isDone) return;
    toast(t.correct.saved);
    // The name that other pages show is this browser's own.
    void session?.whoAmI();
  };
  if (isCorrecting) return <CorrectForm own={own} call={call} onChanged={onChanged} onClose={close} />;
  return (
    <section class="card" aria-labelledby="facts">
      <h2 id="facts">{t.facts}</h2>
      <FactList own={own} />
      <div>
        <button type="button" class="button plain" ref={opener} onClick={() => setCorrecting(true)}>
          {t.correct.open}
        </button>
      </div>
    </section>
  );
}

function WhomToAsk({ own }: { own: Own }) {
  const { now, page, lang } = useShell();
  const t = useProfileWords();
  const units = keepers(own, dayOf(now()));
  return (
    <section class="card" aria-labelledby="ask">
      <h2 id="ask">{t.ask.title}</h2>
      <p>{units.length === 0 ? t.ask.none : t.ask.units(units.join(lang === 'zh' ? '、' : ', '))}</p>
      <p>{t.ask.claim}</p>
      <div>
        <a class="button plain" href={page('/invitation/')}>
          {t.ask.code}
        </a>
      </div>
    </section>
  );
}

/** The account is no more. The way out also ends the provider's own session, where it has one. */
function Gone({ next }: { next: string | null }) {
  const { page } = useShell();
  const t = useProfileWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {t.deletion.done}
      </h1>
      <p>{t.deletion.doneText}</p>
      <div>
        <a class="button" href={next ?? page('/')}>
          {t.deletion.leave}
        </a>
      </div>
    </div>
  );
}
