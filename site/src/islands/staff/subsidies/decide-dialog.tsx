// Deciding about one application: what will happen is said before. A check says the amount, all else says why.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { centsOf } from '../../subsidies/said.ts';
import { TextField, WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useRequestId } from '../training/request-id.ts';
import type { DeskSaid } from './words.ts';

export type Read = Answer<'readSubsidy'>;

export const ACTS = ['check', 'return', 'refuse', 'object', 'dismiss'] as const;

export type Act = (typeof ACTS)[number];

interface Props {
  read: Read;
  act: Act;
  said: DeskSaid;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

interface Typed {
  why: string;
  amount: string;
}

export function DecideDialog({ read, act, said, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const { s } = said;
  const request = useRequestId();
  const { application: one } = read;
  const send = async ({ why, amount }: Typed) => {
    const moving = act === 'check' ? { move: act, cents: centsOf(amount) ?? 0 } : { move: act, why: why.trim() };
    const body = { version: one.version, moving };
    const params = { person: one.person, application: one.application };
    await call('moveSubsidy', { params, body: { ...body, request: request.idOf(body) } as never });
    request.done();
  };
  const check = (value: Typed) => {
    if (act !== 'check') return missing(value, ['why'], t.form.missing);
    return (centsOf(value.amount) ?? 0) > 0 ? {} : { amount: s.amountFault };
  };
  return (
    <FormDialog
      title={`${read.name}　${s.acts[act]}`}
      start={{ why: '', amount: one.cents === undefined ? '' : String(one.cents / 100) }}
      tells={() => s.tells[act]}
      check={check}
      submit={s.acts[act]}
      isGrave={act === 'refuse'}
      send={send}
      done={s.done[act]}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) =>
        act === 'check' ? (
          <TextField form={form} name="amount" label={s.amount} hint={s.amountHint} />
        ) : (
          <WhyField form={form} />
        )
      }
    </FormDialog>
  );
}
