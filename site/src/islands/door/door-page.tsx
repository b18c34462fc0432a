// The door: a code from the link that was opened, from the camera or typed; and what the server made of it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../../shell/parts.tsx';
import { deviceShelf, tabShelf } from '../training/shelf.ts';
import { useTraining } from '../training/training.tsx';
import { pause } from '../training/until-answered.ts';
import { Scanner } from './camera.tsx';
import { type Came, type Coming, come, keptComing } from './coming.ts';
import { deviceSecret } from './device.ts';
import { Digits } from './digits.tsx';
import { type Code, codeOf, sessionIn } from './link.ts';
import { Result } from './result.tsx';
import { useDoorWords } from './words.ts';

type Step = { state: 'idle'; isBad?: boolean } | { state: 'sending'; nth: number } | { state: 'came'; came: Came };

export function DoorPage() {
  const { words } = useTraining();
  const { step, start, again, reset } = useDoor();
  const d = useDoorWords();
  return (
    <div class="stack door">
      <h1>{words.titles.door}</h1>
      {step.state === 'sending' && (
        <section class="card door-result" role="status">
          <p class="big">{d.sending}</p>
          {step.nth > 1 && <Notice>{d.resending(step.nth)}</Notice>}
        </section>
      )}
      {step.state === 'came' && <Result came={step.came} onScan={reset} onAgain={again} />}
      {step.state === 'idle' && (
        <>
          {step.isBad === true && <Notice trouble>{d.badLink}</Notice>}
          <section class="card">
            <Scanner onCode={(code) => start({ session: code.session, code })} />
          </section>
          <ByDigits onTyped={start} />
        </>
      )}
    </div>
  );
}

function ByDigits({ onTyped }: { onTyped: (started: Started) => void }) {
  const { t, person, loginAddress } = useTraining();
  const d = useDoorWords();
  const session = sessionIn(new URLSearchParams(location.search));
  return (
    <section class="card" aria-labelledby="digits">
      <h2 id="digits">{d.digits}</h2>
      {person === undefined ? (
        <>
          <p class="soft">{d.signInForDigits}</p>
          <a class="button plain wide" href={loginAddress(session === undefined ? '/door/' : `/door/?s=${session}`)}>
            {t.signIn}
          </a>
        </>
      ) : (
        <Digits person={person} session={session} onTyped={onTyped} />
      )}
    </section>
  );
}

/** What is to be brought to the server, before it has an id. */
type Started = { session: string; code: Code } | { session: string; kind: Code['kind']; digits: string };

function useDoor() {
  const { call, newId, person } = useTraining();
  const [step, setStep] = useState<Step>({ state: 'idle' });
  const isBusy = useRef(false);
  const isUnsent = useRef(false);
  // A sign-in that has just ended here: who it was is known a moment later.
  const [isBack] = useState(() => new URLSearchParams(location.search).has('signed-in'));

  async function bring(coming: Coming): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    setStep({ state: 'sending', nth: 1 });
    const trying = { wait: pause, tell: (nth: number) => setStep({ state: 'sending', nth }) };
    const device = deviceSecret(deviceShelf, newId);
    const way = { call, device, isPerson: person !== undefined || isBack, shelf: tabShelf, trying };
    try {
      const came = await come(way, coming);
      isUnsent.current = came.state === 'unsent';
      setStep({ state: 'came', came });
    } finally {
      isBusy.current = false;
    }
  }

  const start = (started: Started) => void bring({ ...started, request: newId() });
  const again = () => {
    const kept = keptComing(tabShelf);
    if (kept === undefined) setStep({ state: 'idle' });
    else void bring(kept);
  };
  useEffect(() => {
    const read = () => {
      const { hash } = location;
      if (hash.length > 1) {
        history.replaceState(history.state, '', location.pathname + location.search);
        const code = codeOf(hash);
        if (code === undefined) setStep({ state: 'idle', isBad: true });
        else start({ session: code.session, code });
      } else if (keptComing(tabShelf) !== undefined) again();
    };
    read();
    const onHash = () => location.hash.length > 1 && read();
    // A second scan in the same tab changes the fragment alone.
    const onLine = () => isUnsent.current && again();
    addEventListener('hashchange', onHash);
    addEventListener('online', onLine);
    return () => {
      removeEventListener('hashchange', onHash);
      removeEventListener('online', onLine);
    };
  }, []);
  // Somebody has signed in meanwhile, here or in another tab: what was noted is theirs now.
  useEffect(() => {
    if (person !== undefined && step.state === 'came' && step.came.state === 'noted') again();
  }, [person]);
  return { step, start, again, reset: () => setStep({ state: 'idle' }) };
}
