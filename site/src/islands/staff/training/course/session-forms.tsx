// Changing one session, and taking one off.
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { MomentField } from '../../forms/moment-field.tsx';
import { spanText } from '../moments.ts';
import type { SessionRead, ViewProps } from '../rights.ts';
import { useTeachWords } from '../use-words.ts';
import { useChange } from './course-acts.tsx';
import { lessonFaults, placeFaults, SessionFields } from './session-fields.tsx';
import { type SessionDraft, sessionDraft, sessionPlan } from './session-form.ts';

type Props = ViewProps & { session: SessionRead; onClose: () => void };

export function ChangeSession({ course, session, reload, onClose }: Props) {
  const { t } = useStaff();
  const w = useTeachWords();
  const change = useChange({ course });
  const check = (value: SessionDraft) => {
    const plan = sessionPlan(value);
    const { startsAt, endsAt } = value;
    return {
      ...(startsAt === '' && { startsAt: w.moreFaults.moment }),
      ...(endsAt === '' && { endsAt: w.moreFaults.moment }),
      ...(plan && plan.endsAt <= plan.startsAt && { endsAt: w.faults['session-order'] }),
      ...placeFaults(value, w),
      ...lessonFaults(value, t),
    };
  };
  const send = async (value: SessionDraft) => {
    const plan = sessionPlan(value);
    if (plan !== undefined) await change({ kind: 'change-session', session: session.id, plan });
  };
  return (
    <FormDialog
      title={`${w.sessions.change}：${session.title ?? session.id.slice(-3)}`}
      start={sessionDraft(session)}
      tells={() => (course.state === 'draft' ? undefined : w.sessions.changeTell(course.seats.taken))}
      check={check}
      submit={w.sessions.change}
      send={send}
      done={w.sessions.changed}
      onChanged={reload}
      onClose={onClose}
    >
      {(form) => (
        <>
          <MomentField form={form} name="startsAt" label={w.sessions.startsAt} hint={w.editor.chinaTime} />
          <MomentField form={form} name="endsAt" label={w.sessions.endsAt} />
          <SessionFields form={form} isMixed={course.plan.form === 'mixed'} />
        </>
      )}
    </FormDialog>
  );
}

export function CancelSession({ course, session, reload, onClose }: Props) {
  const { t, words } = useStaff();
  const w = useTeachWords();
  const change = useChange({ course });
  const isDraft = course.state === 'draft';
  const act = isDraft ? w.sessions.drop : w.sessions.cancel;
  const when = spanText(session, words);
  return (
    <FormDialog
      title={act}
      start={{ why: '' }}
      tells={() => (isDraft ? w.sessions.dropTell(when) : w.sessions.cancelTell(when, course.seats.taken))}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={act}
      isGrave={!isDraft}
      send={({ why }) => change({ kind: 'cancel-session', session: session.id, why: why.trim() })}
      done={w.sessions.dropped}
      onChanged={reload}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}
