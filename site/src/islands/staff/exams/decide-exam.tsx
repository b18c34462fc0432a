// Deciding about one entry: what will happen is said before; all but a confirmation says why.
import { useStaff } from '../../../shell/staff.tsx';
import { entryText } from '../../exams/result-text.ts';
import type { Entry, ExamsRead } from '../../exams/said.ts';
import { WhyField } from '../forms/fields.tsx';
import { given, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useRequestId } from '../training/request-id.ts';
import type { KeeperSaid } from './words.ts';

export type Move = Exclude<Entry['moves'][number], 'put'>;

interface Props {
  read: ExamsRead;
  entry: Entry;
  move: Move;
  said: KeeperSaid;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function DecideExam({ read, entry, move, said, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const { s } = said;
  const request = useRequestId();
  const send = async ({ why }: { why: string }) => {
    const { year, level } = entry;
    const body = { version: read.version, year, level, move, ...given('why', why) };
    await call('moveExam', { params: { person: read.person }, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={s.actOn(s.acts[move], `${read.name} ${entryText(entry, said)}`)}
      start={{ why: '' }}
      tells={() => s.tells[move](1)}
      check={(value) => (move === 'confirm' ? {} : missing(value, ['why'], t.form.missing))}
      submit={s.acts[move]}
      isGrave={move === 'withdraw'}
      send={send}
      done={s.done[move]}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} isOptional={move === 'confirm'} />}
    </FormDialog>
  );
}
