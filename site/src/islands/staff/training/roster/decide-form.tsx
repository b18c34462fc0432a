// Deciding for one person: agree, not agree, take out. What will happen is said before.
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { given, missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useRequestId } from '../request-id.ts';
import { useTeachWords } from '../use-words.ts';
import type { RosterRow } from '../whole-course.ts';

export interface Deciding {
  row: RosterRow;
  decision: 'approve' | 'refuse' | 'remove';
}

interface Props {
  course: string;
  deciding: Deciding;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function DecideForm({ course, deciding: { row, decision }, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const w = useTeachWords();
  const request = useRequestId();
  const { person, name, version } = row;
  const needsWhy = decision !== 'approve';
  const send = async ({ why }: { why: string }) => {
    const body = { version, decision, ...given('why', why) };
    await call('decideEnrolment', { params: { course, person }, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={w.roster.who(w.roster[decision], name)}
      start={{ why: '' }}
      tells={() => w.roster.tells[decision](name)}
      check={(value) => (needsWhy ? missing(value, ['why'], t.form.missing) : {})}
      submit={w.roster[decision]}
      send={send}
      done={w.roster.done[decision]}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} isOptional={!needsWhy} />}
    </FormDialog>
  );
}
