// Enrolling, waiting, the offer of a freed seat, withdrawing: the state, what can be done, and what that will do before it is done.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Instant } from '../../../../functions/domain/time.ts';
import { Notice } from '../../shell/parts.tsx';
import { momentText } from '../me/moment.ts';
import { spanText } from '../training/moments.ts';
import { needsSignIn, problemText } from '../training/problem-text.ts';
import { useTraining } from '../training/training.tsx';
import { useServerTime } from '../training/use-server-time.ts';
import type { WishKind } from '../training/wishes.ts';
import { type Course, choicesFor, closedTo, minutesLeft, prospectOf, type Standing } from './panel.ts';
import { type Sending, useStanding } from './use-standing.ts';

export function Enrolment({ course }: { course: Course }) {
  const { words, t } = useTraining();
  const { own, sending, wish, resend, read } = useStanding(course.course);
  const now = useServerTime(course.now);
  return (
    <section class="card enrolment" aria-labelledby="enrolment">
      <h2 id="enrolment">{t.course.enrolment}</h2>
      {own.state === 'loading' && <p class="soft">{t.loading}</p>}
      {own.state === 'guest' && <Guest course={course} now={now} />}
      {own.state === 'failed' && (
        <>
          <Notice trouble>{problemText(own.problem, { words, t })}</Notice>
          {needsSignIn(own.problem) ? (
            <SignIn course={course.course} />
          ) : (
            <button type="button" class="button plain" onClick={read}>
              {words.retry}
            </button>
          )}
        </>
      )}
      {own.state === 'ready' && (
        <>
          <Where standing={own.standing} course={course} now={now} />
          <Outcome sending={sending} course={course.course} onResend={resend} />
          <Choices
            course={course}
            standing={own.standing}
            now={now}
            isBusy={sending.state === 'sending'}
            onWish={wish}
          />
        </>
      )}
    </section>
  );
}

function Guest({ course, now }: { course: Course; now: Instant }) {
  const { t } = useTraining();
  const closed = closedTo(course, now);
  if (closed !== undefined) return <Closed course={course} now={now} />;
  return (
    <>
      <p>{t.course.signInFirst}</p>
      <SignIn course={course.course} />
    </>
  );
}

function SignIn({ course }: { course: string }) {
  const { t, loginAddress } = useTraining();
  return (
    <a class="button wide" href={loginAddress(`/course/?c=${course}`)}>
      {t.signIn}
    </a>
  );
}

function Closed({ course, now }: { course: Course; now: Instant }) {
  const { words, t } = useTraining();
  const closed = closedTo(course, now);
  if (closed === undefined) return null;
  if (closed === 'not-yet') return <p>{t.course.notYet(momentText(course.window?.opens ?? now, words))}</p>;
  return <p>{closed === 'over' ? t.course.over : t.course.closed}</p>;
}

/** Where one stands, in one look. */
function Where({ standing, course, now }: { standing: Standing | undefined; course: Course; now: Instant }) {
  const { words, t, page } = useTraining();
  if (standing === undefined) return <Closed course={course} now={now} />;
  const { state, position, expiresAt } = standing;
  const left = expiresAt === undefined ? undefined : minutesLeft(expiresAt, now);
  return (
    <div class="stack-tight">
      <p class="mid">
        {state === 'enrolled' && <span aria-hidden="true">✓ </span>}
        {t.enrolments[state]}
      </p>
      {state === 'waiting' && position !== undefined && <p>{t.course.position(position)}</p>}
      {state === 'offered' && expiresAt !== undefined && left !== undefined && (
        <Notice>
          {t.course.offerUntil(momentText(expiresAt, words), t.course.left(Math.floor(left / 60), left % 60))}
        </Notice>
      )}
      {state === 'enrolled' && <a href={page('/my-training/')}>{t.course.toMine}</a>}
    </div>
  );
}

/** What has become of the last wish. */
function Outcome(props: {
  sending: Sending;
  course: string;
  onResend: (wish: Extract<Sending, { state: 'unsent' }>['wish']) => void;
}) {
  const { words, t } = useTraining();
  const { sending } = props;
  return (
    <div role="status" class="stack-tight">
      {sending.state === 'sending' && <p>{sending.nth > 1 ? t.resending(sending.nth) : t.sending}</p>}
      {sending.state === 'done' && <p>{t.course.done[sending.standing.state]}</p>}
      {sending.state === 'done' &&
        sending.conflicts.map((one) => (
          <Notice key={one.session}>{t.course.conflict(one.title, spanText(one, { words, t }))}</Notice>
        ))}
      {sending.state === 'unsent' && (
        <>
          <Notice trouble>{t.unsent}</Notice>
          <button type="button" class="button plain wide" onClick={() => props.onResend(sending.wish)}>
            {words.retry}
          </button>
        </>
      )}
      {sending.state === 'refused' && (
        <>
          <Notice trouble>{problemText(sending.problem, { words, t })}</Notice>
          {needsSignIn(sending.problem) && <SignIn course={props.course} />}
        </>
      )}
    </div>
  );
}

function Choices(props: {
  course: Course;
  standing: Standing | undefined;
  now: Instant;
  isBusy: boolean;
  onWish: (kind: WishKind) => void;
}) {
  const { course, standing, now, isBusy, onWish } = props;
  const [asked, setAsked] = useState<WishKind | undefined>();
  const choices = choicesFor(course, standing, now);
  const said = useSaid(course, standing);
  if (asked !== undefined && choices.includes(asked) && !isBusy) {
    const go = () => {
      setAsked(undefined);
      onWish(asked);
    };
    return <Confirm said={said(asked)} isGrave={isGrave(asked)} onGo={go} onCancel={() => setAsked(undefined)} />;
  }
  return (
    <div class="stack-tight">
      {choices.map((kind) => (
        <button
          type="button"
          key={kind}
          class={isGrave(kind) ? 'button plain wide' : 'button wide'}
          aria-disabled={isBusy}
          onClick={() => isBusy || setAsked(kind)}
        >
          {said(kind).press}
        </button>
      ))}
    </div>
  );
}

function isGrave(kind: WishKind): boolean {
  return kind === 'withdraw' || kind === 'decline';
}

interface SaidOf {
  press: string;
  confirm: string;
  will: string;
}

/** What a button says, and what it will do. */
function useSaid(course: Course, standing: Standing | undefined): (kind: WishKind) => SaidOf {
  const { t } = useTraining();
  const { course: c } = t;
  const prospect = prospectOf(course);
  const enrol = prospect === 'queue' ? c.queue : standing === undefined ? c.enrol : c.again;
  const willEnrol = { seat: c.willSeat, queue: c.willQueue, ask: c.willAsk }[prospect];
  const willLose = standing?.state === 'waiting' ? c.willLoseQueue : c.willLose;
  const said: Record<WishKind, SaidOf> = {
    enrol: { press: enrol, confirm: c.confirmEnrol, will: willEnrol },
    withdraw: { press: c.withdraw, confirm: c.confirmWithdraw, will: willLose },
    accept: { press: c.accept, confirm: c.confirmAccept, will: c.willAccept },
    decline: { press: c.decline, confirm: c.confirmDecline, will: c.willDecline },
  };
  return (kind) => said[kind];
}

function Confirm(props: { said: SaidOf; isGrave: boolean; onGo: () => void; onCancel: () => void }) {
  const { t } = useTraining();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section class="stack-tight confirm" ref={box} tabindex={-1} aria-labelledby="will">
      <p id="will">{props.said.will}</p>
      <div class="row">
        <button type="button" class={props.isGrave ? 'button danger' : 'button'} onClick={props.onGo}>
          {props.said.confirm}
        </button>
        <button type="button" class="button plain" onClick={props.onCancel}>
          {t.cancel}
        </button>
      </div>
    </section>
  );
}
