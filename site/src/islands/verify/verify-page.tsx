// Checking a certificate of completion: by the code on the paper, which works without a network, or by its number.
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import { readNumber } from '../../../../functions/domain/completions/number.ts';
import { maskName } from '../../../../functions/domain/people/person.ts';
import { Notice } from '../../shell/parts.tsx';
import { useDoorWords } from '../door/words.ts';
import { useTraining } from '../training/training.tsx';
import { ByHand } from './by-hand.tsx';
import { Facts, type Shown } from './facts.tsx';
import { useCheck, useListed } from './use-check.ts';

type Asked = { jws: string } | { number: string } | undefined;

export function VerifyPage() {
  const { words } = useTraining();
  const { verify } = useDoorWords();
  const [asked, setAsked] = useState<Asked>(askedByAddress);
  useEffect(() => {
    const read = () => setAsked(askedByAddress());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return (
    <div class="stack">
      <h1>{words.titles.verify}</h1>
      <p class="soft">{verify.lead}</p>
      {asked !== undefined && 'jws' in asked && <Signed jws={asked.jws} />}
      {asked !== undefined && 'number' in asked && <Numbered number={asked.number} />}
      <ByHand onNumber={(number) => setAsked({ number })} />
    </div>
  );
}

/** The paper's code in the fragment, or a number in the search. */
function askedByAddress(): Asked {
  const jws = location.hash.slice(1);
  if (jws !== '') return { jws };
  const number = readNumber(new URLSearchParams(location.search).get('n') ?? '');
  return number === undefined ? undefined : { number };
}

function Signed({ jws }: { jws: string }) {
  const { words } = useTraining();
  const { verify } = useDoorWords();
  const { outcome, again } = useCheck(jws);
  if (outcome.state === 'checking') {
    return (
      <p class="card" role="status">
        {verify.checking}
      </p>
    );
  }
  if (outcome.state === 'genuine') {
    const { n, p, c, u, f, t, d, m, h } = outcome.signed;
    const shown = {
      number: n,
      name: maskName(p),
      course: c,
      issuer: u,
      from: f,
      to: t,
      issuedOn: d,
      minutes: m,
      minutesPerHour: h,
    };
    return (
      <section class="card verdict-card genuine">
        <h2 class="mid" role="status">
          <span aria-hidden="true">✓ </span>
          {verify.genuine}
        </h2>
        <Status number={n} />
        <Facts shown={shown} />
      </section>
    );
  }
  const text = { forged: verify.forged, 'unknown-key': verify.unknownKey, 'no-keys': verify.noKeys }[outcome.state];
  return (
    <section class={`card verdict-card ${outcome.state}`}>
      <h2 class="mid" role="alert">
        <span aria-hidden="true">✕ </span>
        {text}
      </h2>
      {outcome.state !== 'forged' && (
        <button type="button" class="button plain" onClick={again}>
          {words.retry}
        </button>
      )}
    </section>
  );
}

/** Beside a paper that was checked: whether it still counts. */
function Status({ number }: { number: string }) {
  const { verify } = useDoorWords();
  const listed = useListed(number);
  return (
    <div role="status">
      {listed.state === 'listed' && <Standing completion={listed.completion} />}
      {listed.state === 'offline' && <Notice>{verify.offline}</Notice>}
      {listed.state === 'unlisted' && <Notice trouble>{verify.unlisted}</Notice>}
    </div>
  );
}

function Standing({ completion: { status, endedOn } }: { completion: Answer<'verifyCompletion'> }) {
  const { words } = useTraining();
  const { verify } = useDoorWords();
  const text = verify.online(
    `${verify.statuses[status]}${endedOn === undefined ? '' : verify.endedOn(words.date(endedOn))}`,
  );
  return status === 'valid' ? <p>{text}</p> : <Notice trouble>{text}</Notice>;
}

function Numbered({ number }: { number: string }) {
  const { verify } = useDoorWords();
  const listed = useListed(number);
  if (listed.state === 'asking') return <p role="status">{verify.checking}</p>;
  if (listed.state !== 'listed') {
    return <Notice trouble>{listed.state === 'offline' ? verify.failed : verify.unlisted}</Notice>;
  }
  const shown: Shown = listed.completion;
  return (
    <section class="card verdict-card">
      <Standing completion={listed.completion} />
      <Facts shown={shown} />
    </section>
  );
}
