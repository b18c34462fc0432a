// Ending the notice of a list, or marking that it was paid: what will happen is said before, slice after slice is sent.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../functions/contract/index.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { yuanOf } from '../../subsidies/said.ts';
import { DayField } from '../forms/fields.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { type Moving, type Slices, sendSlices } from './slices.tsx';
import { type DeskSaid, type Row, sumOf } from './words.ts';

export type BatchRead = Answer<'readSubsidyBatch'>;

interface Props {
  read: BatchRead;
  unit: string;
  act: 'publish' | 'pay';
  rows: readonly Row[];
  said: DeskSaid;
  onOutcome: (slices: Slices) => void;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function MoveDialog({ read, unit, act, rows: current, said, onOutcome, onChanged, onClose }: Props) {
  const { call, device, today } = useStaff();
  const { s } = said;
  const [rows] = useState(current);
  const [at, setAt] = useState<number | undefined>();
  const { batch } = read.batch;
  const send = async ({ day }: { day: string }) => {
    const moving: Moving = act === 'pay' ? { move: 'pay', day } : { move: 'publish' };
    onOutcome(await sendSlices({ call, newId: () => device.newId(), unit, batch, moving, rows, tell: setAt }));
  };
  const isDay = (day: string) => day >= read.batch.from && day <= today;
  const tells =
    act === 'publish' ? s.batch.publishTells(rows.length) : s.batch.payTells(rows.length, yuanOf(sumOf(rows)));
  return (
    <FormDialog
      title={s.batch[act]}
      start={{ day: today }}
      tells={() => (at === undefined ? tells : s.running(at, rows.length))}
      check={({ day }) => (act === 'publish' || isDay(day) ? {} : { day: s.batch.payDayFault })}
      submit={s.batch[act]}
      isGrave={act === 'pay'}
      send={send}
      done={act === 'publish' ? s.batch.publishDone : s.batch.payDone}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (act === 'pay' ? <DayField form={form} name="day" label={s.batch.payDay} /> : null)}
    </FormDialog>
  );
}
