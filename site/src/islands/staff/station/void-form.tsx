// Taking a record back: it counts nowhere any more, and stays to be seen with the reason.
import { useStaff } from '../../../shell/staff.tsx';
import { WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useRequestId } from '../training/request-id.ts';
import type { WorkLine } from './answers.ts';
import { useStationWords } from './words.ts';

interface Props {
  unit: string;
  line: WorkLine;
  title: string;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function VoidForm({ unit, line, title, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const w = useStationWords();
  const request = useRequestId();
  const send = async ({ why }: { why: string }) => {
    const { id: record, version, work } = line;
    const body = { year: work.day.slice(0, 4), version, why: why.trim(), change: { kind: 'void' as const } };
    await call('changeWork', { params: { unit, record }, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={`${w.voidIt}：${title}`}
      start={{ why: '' }}
      tells={() => w.voidTells(title)}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={w.voidIt}
      isGrave
      send={send}
      done={w.voided}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}
