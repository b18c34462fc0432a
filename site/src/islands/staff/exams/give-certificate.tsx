// The certificate that follows a confirmed pass: its number and day, put into the person's record in one step.
import { CERTIFICATE_NUMBER } from '../../../../../functions/domain/people/certificate.ts';
import { useStaff } from '../../../shell/staff.tsx';
import type { ExamsRead } from '../../exams/said.ts';
import { DayField, TextField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { KeeperSaid } from './words.ts';

interface Props {
  read: ExamsRead;
  due: ExamsRead['due'][number];
  said: KeeperSaid;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function GiveCertificate({ read, due, said, onChanged, onClose }: Props) {
  const { t, call, words } = useStaff();
  const { s } = said;
  const name = words.levelNames[due.level];
  const send = async ({ number, issued }: { number: string; issued: string }) => {
    const body = { level: due.level, number: number.trim(), issued };
    await call('giveCertificate', { params: { person: read.person }, body });
  };
  return (
    <FormDialog
      title={s.giveTitle(name, read.name)}
      start={{ number: '', issued: '' }}
      tells={() => s.giveTells(name, read.name)}
      check={(value) => ({
        ...missing(value, ['number', 'issued'], t.form.missing),
        ...(value.number.trim() !== '' && !CERTIFICATE_NUMBER.test(value.number.trim()) && { number: s.numberHint }),
      })}
      submit={s.give}
      send={send}
      done={s.given}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField form={form} name="number" label={s.number} hint={s.numberHint} />
          <DayField form={form} name="issued" label={s.issued} />
        </>
      )}
    </FormDialog>
  );
}
