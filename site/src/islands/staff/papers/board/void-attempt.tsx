// Taking somebody's attempt back, with the reason: kept, not scored, and they may sit the paper again.
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useRequestId } from '../../training/request-id.ts';
import { usePapersWords } from '../use-words.ts';
import type { PaperRead } from '../view-props.ts';

interface Props {
  paper: PaperRead;
  row: { person: string; name: string; attempt?: string | undefined };
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function VoidAttempt({ paper: { paper }, row: { person, name, attempt = '' }, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const w = usePapersWords();
  const request = useRequestId();
  const send = async ({ why }: { why: string }) => {
    const body = { attempt, why: why.trim() };
    await call('voidAttempt', {
      params: { paper, person },
      body: { ...body, request: request.idOf({ person, ...body }) },
    });
    request.done();
  };
  return (
    <FormDialog
      title={w.board.voidOf(name)}
      start={{ why: '' }}
      tells={() => w.board.voidTell(name)}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={w.board.void}
      isGrave
      send={send}
      done={w.board.voidDone}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}
