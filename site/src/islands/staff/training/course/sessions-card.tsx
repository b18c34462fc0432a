// The sessions of a course, and what can be done with each.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../../shell/staff.tsx';
import { spanText } from '../moments.ts';
import { may, type SessionRead, type ViewProps } from '../rights.ts';
import { useGo } from '../use-place.ts';
import { useTeachWords } from '../use-words.ts';
import { AddSessions } from './add-sessions.tsx';
import { CancelSession, ChangeSession } from './session-forms.tsx';

type Open = { kind: 'add' } | { kind: 'change' | 'cancel'; session: SessionRead };

export function SessionsCard(props: ViewProps) {
  const { course, rights } = props;
  const w = useTeachWords();
  const [open, setOpen] = useState<Open | undefined>();
  const close = () => setOpen(undefined);
  return (
    <section class="card" aria-label={w.sessions.title}>
      <div class="spread">
        <h2>{w.sessions.title}</h2>
        {rights.manage && may(course, 'add-sessions') && (
          <button type="button" class="tool" onClick={() => setOpen({ kind: 'add' })}>
            {w.sessions.add}
          </button>
        )}
      </div>
      {course.sessions.length === 0 && <p class="soft">{w.sessions.none}</p>}
      <ol class="list">
        {course.sessions.map((session, i) => (
          <SessionRow key={session.id} {...props} session={session} number={i + 1} onOpen={setOpen} />
        ))}
      </ol>
      {open?.kind === 'add' && <AddSessions {...props} onClose={close} />}
      {open?.kind === 'change' && <ChangeSession {...props} session={open.session} onClose={close} />}
      {open?.kind === 'cancel' && <CancelSession {...props} session={open.session} onClose={close} />}
    </section>
  );
}

interface RowProps extends ViewProps {
  session: SessionRead;
  number: number;
  onOpen: (open: Open) => void;
}

function SessionRow({ course, rights, session, number, onOpen }: RowProps) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { address } = useGo();
  const isOff = session.state === 'cancelled';
  const canChange = rights.manage && may(course, 'change-session') && !isOff && session.endsAt > course.now;
  const where = session.place?.address ?? (session.form === 'on-site' ? course.plan.place?.address : undefined);
  const name = session.title ?? w.fields.session(number);
  return (
    <li class="item session-row">
      <div class="stack-tight">
        <p class="name">{name}</p>
        <p>{isOff ? <del>{spanText(session, words)}</del> : spanText(session, words)}</p>
        <p class="small soft">
          {[w.forms[session.form], where, session.trainers.join('、')].filter(Boolean).join(' · ')}
        </p>
        {isOff && <p class="small">{w.sessions.cancelled(session.why ?? '')}</p>}
      </div>
      <div class="row">
        {rights.door && may(course, 'runDoor') && !isOff && session.form !== 'recorded' && (
          <a class="tool" href={address({ view: 'door', course: course.course, session: session.id })}>
            {w.sessions.door}
            <span class="visually-hidden">：{name}</span>
          </a>
        )}
        {canChange && (
          <>
            <button type="button" class="tool" onClick={() => onOpen({ kind: 'change', session })}>
              {w.sessions.change}
              <span class="visually-hidden">：{name}</span>
            </button>
            <button type="button" class="tool grave" onClick={() => onOpen({ kind: 'cancel', session })}>
              {course.state === 'draft' ? w.sessions.drop : w.sessions.cancel}
              <span class="visually-hidden">：{name}</span>
            </button>
          </>
        )}
      </div>
    </li>
  );
}
