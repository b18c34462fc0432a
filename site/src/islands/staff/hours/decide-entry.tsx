// Deciding about an entry: what will happen is said before, all but an approval says why, and a revocation is confirmed.
import { useStaff } from '../../../shell/staff.tsx';
import { hours } from '../../ledger/figures.ts';
import type { Entry } from '../../ledger/said.ts';
import { WhyField } from '../forms/fields.tsx';
import { given, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useRequestId } from '../training/request-id.ts';
import type { KeeperWords } from './words.ts';

export type Move = Entry['moves'][number];

interface Props {
  person: string;
  entry: Entry;
  move: Move;
  w: KeeperWords;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function DecideEntry({ person, entry, move, w, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const request = useRequestId();
  const needsWhy = move !== 'approve';
  const send = async ({ why }: { why: string }) => {
    const body = { move, ...given('why', why) };
    const params = { person, entry: entry.id };
    await call('moveEntry', { params, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={w.staff.who(w.staff.acts[move], entry.title)}
      start={{ why: '' }}
      tells={() => w.staff.tells[move](entry.title, hours(entry.minutes))}
      check={(value) => (needsWhy ? missing(value, ['why'], t.form.missing) : {})}
      submit={w.staff.acts[move]}
      isGrave={move === 'revoke'}
      send={send}
      done={w.staff.done[move]}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} isOptional={!needsWhy} />}
    </FormDialog>
  );
}
