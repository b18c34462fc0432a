// What has become of it, big and plain; with the course it was for, and what to do when it was refused.
import { useEffect, useRef } from 'preact/hooks';
import { courseOfSession } from '../../../../functions/domain/courses/course.ts';
import { Notice } from '../../shell/parts.tsx';
import { clockText } from '../me/moment.ts';
import { spanText } from '../training/moments.ts';
import { problemText } from '../training/problem-text.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import type { Came } from './coming.ts';
import { useDoorWords } from './words.ts';

export function Result({ came, onScan, onAgain }: { came: Came; onScan: () => void; onAgain: () => void }) {
  const { words, t, page } = useTraining();
  const d = useDoorWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section class={`card door-result ${came.state}`} ref={box} tabindex={-1} aria-live="polite">
      <Told came={came} />
      <Where session={came.session} />
      <div class="stack-tight">
        {came.state === 'unsent' && (
          <button type="button" class="button wide" onClick={onAgain}>
            {words.retry}
          </button>
        )}
        {(came.state === 'refused' || came.state === 'unsent' || came.state === 'signed-out') && (
          <button type="button" class="button plain wide" onClick={onScan}>
            {d.retryScan}
          </button>
        )}
        <a class={came.state === 'marked' ? 'button wide' : 'button plain wide'} href={page('/my-training/')}>
          {t.schedule.mine}
        </a>
      </div>
    </section>
  );
}

function Told({ came }: { came: Came }) {
  const { words, t, loginAddress } = useTraining();
  const d = useDoorWords();
  const signIn = (
    <a class="button wide huge" href={loginAddress('/door/')}>
      {d.signIn}
    </a>
  );
  if (came.state === 'marked') {
    const { kind, at, stored, walkIn } = came.mark;
    return (
      <>
        <h2 class="big">
          <span aria-hidden="true">✓ </span>
          {d.done[kind](clockText(at))}
        </h2>
        {stored === 'same' && <p>{d.same}</p>}
        {walkIn && <p>{d.walkIn}</p>}
      </>
    );
  }
  if (came.state === 'noted') {
    return (
      <>
        <h2 class="big">{d.noted(clockText(came.at))}</h2>
        <p>{d.notedHint(clockText(came.until))}</p>
        {signIn}
      </>
    );
  }
  if (came.state === 'signed-out') {
    return (
      <>
        <h2 class="big">{d.refused}</h2>
        <p>{d.signInForDigits}</p>
        {signIn}
      </>
    );
  }
  return (
    <>
      <h2 class="big">
        <span aria-hidden="true">✕ </span>
        {d.refused}
      </h2>
      <Notice trouble>{came.state === 'unsent' ? d.unsent : problemText(came.problem, { words, t })}</Notice>
    </>
  );
}

/** The course and the session that a code was for. Missing while it is asked for, and when there is no network for it. */
function Where({ session }: { session: string }) {
  const { words, t, call, page } = useTraining();
  const course = courseOfSession(session) ?? '';
  const loaded = useLoad(course, () => call('showCourse', { params: { course } }));
  if (loaded.state !== 'ready') return null;
  const held = loaded.answer.sessions.find((one) => one.session === session);
  return (
    <div>
      <p class="mid">
        <a href={page(`/course/?c=${course}`)}>{loaded.answer.title}</a>
      </p>
      {held !== undefined && (
        <p>
          {held.title !== undefined && `${held.title}　`}
          {spanText(held, { words, t })}
        </p>
      )}
    </div>
  );
}
