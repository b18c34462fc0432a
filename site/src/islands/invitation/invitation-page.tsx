// 邀请与认领: a code, from a link or typed; what accepting it means; and accepting it, once one is signed in.
import { useEffect, useState } from 'preact/hooks';
import type { Call } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { useProfileWords } from '../profile/use-words.ts';
import { AcceptClaim } from './accept-claim.tsx';
import { AcceptRole } from './accept-role.tsx';
import { arrivedCode, type Code, dropCode, keepCode } from './code.ts';
import { type Done, DoneCard } from './done-card.tsx';
import { EnterCode } from './enter-code.tsx';

export function InvitationPage() {
  const { words, toast } = useShell();
  const t = useProfileWords();
  const [code, setCode] = useState(arrivedCode);
  const [done, setDone] = useState<Done | undefined>();
  useEffect(() => {
    // A second link opened in this tab changes the fragment and loads nothing.
    const read = () => {
      const arrived = arrivedCode();
      if (arrived) setCode(arrived);
    };
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const drop = () => {
    dropCode();
    setCode(undefined);
  };
  const finish = (what: Done) => {
    drop();
    setDone(what);
  };
  return (
    <div class="stack code-card">
      <h1>{words.titles.invitation}</h1>
      {done && <DoneCard done={done} />}
      {!done && code === undefined && (
        <EnterCode
          onCode={(typed) => {
            keepCode(typed);
            setCode(typed);
          }}
        />
      )}
      {!done && code && (
        <Offered
          key={`${code.kind} ${code.code}`}
          code={code}
          onDone={finish}
          onOther={drop}
          onDrop={() => {
            drop();
            toast(t.code.dropped);
          }}
        />
      )}
    </div>
  );
}

interface OfferedProps {
  code: Code;
  onDone: (done: Done) => void;
  /** The code is of no use: another one. */
  onOther: () => void;
  onDrop: () => void;
}

function Offered({ code, onDone, onOther, onDrop }: OfferedProps) {
  const { call } = useShell();
  const { profile, name } = useJournal();
  const t = useProfileWords();
  const { title, text } = t.code[code.kind];
  return (
    <section class="card" aria-labelledby="offered">
      <h2 id="offered">{title}</h2>
      <ul class="told">
        {text.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {profile === 'guest' ? <SignInFirst /> : <p>{t.code.as(name ?? '')}</p>}
      {profile !== 'guest' && call && <Accept code={code} call={call} onDone={onDone} onOther={onOther} />}
      <div>
        <button type="button" class="link start" onClick={onDrop}>
          {t.code.drop}
        </button>
      </div>
    </section>
  );
}

function Accept({ code, call, onDone, onOther }: Omit<OfferedProps, 'onDrop'> & { call: Call }) {
  const parts = { code: code.code, call, onOther };
  if (code.kind === 'role') return <AcceptRole {...parts} onDone={(role) => onDone({ kind: 'role', ...role })} />;
  return <AcceptClaim {...parts} onDone={({ name }) => onDone({ kind: 'claim', name })} />;
}

function SignInFirst() {
  const { session, page, words } = useShell();
  const t = useProfileWords();
  // Where nothing is kept there is no way back with the code.
  if (session === undefined) return <Notice trouble>{words.me.notKept}</Notice>;
  return (
    <>
      <p class="small soft">{t.code.signInHint}</p>
      <div>
        <a class="button" href={session.loginAddress(page('/invitation/'))}>
          {t.code.signIn}
        </a>
      </div>
    </>
  );
}
