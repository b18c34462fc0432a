// Extra time for one person: before they start any factor, while they sit only more.
import { FACTOR } from '../../../../../../functions/domain/attempts/attempt.ts';
import { instantOf, msOf } from '../../../../../../functions/domain/time.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { clockText } from '../../../me/moment.ts';
import { PickField, WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useRequestId } from '../../training/request-id.ts';
import { usePapersWords } from '../use-words.ts';
import type { PaperRead } from '../view-props.ts';
import type { BoardRow } from './rows.ts';

/** What is given as a rule: a quarter and a half more above all. */
const STEPS = [100, 110, 125, 133, 150, 175, 200, 250, 300] as const;

interface Props {
  paper: PaperRead;
  row: BoardRow;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function ExtraTime({ paper, row, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const w = usePapersWords();
  const request = useRequestId();
  const isOpen = row.state === 'open';
  const offered = STEPS.filter((step) => step <= FACTOR.most && (isOpen ? step > row.factor : step !== row.factor));
  const minutesAt = (factor: number) => Math.round((paper.minutes * factor) / 100);
  const tells = ({ factor }: { factor: string }) => {
    const minutes = minutesAt(Number(factor));
    if (!isOpen || row.deadline === undefined) return w.board.extraBefore(row.name, minutes);
    const more = minutesAt(Number(factor)) - minutesAt(row.factor);
    return w.board.extraDuring(row.name, minutes, clockText(instantOf(msOf(row.deadline) + more * 60_000)));
  };
  const send = async ({ factor, why }: { factor: string; why: string }) => {
    const body = { factor: Number(factor), why: why.trim() };
    const params = { paper: paper.paper, person: row.person };
    await call('giveExtraTime', { params, body: { ...body, request: request.idOf({ ...params, ...body }) } });
    request.done();
  };
  return (
    <FormDialog
      title={w.board.extraOf(row.name)}
      start={{ factor: String(offered[0] ?? row.factor), why: '' }}
      tells={tells}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={w.board.extra}
      send={send}
      done={w.board.extraDone}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <PickField
            form={form}
            name="factor"
            label={w.board.factorLabel}
            options={offered.map(String)}
            text={(factor) => w.board.factorText(Number(factor), minutesAt(Number(factor)))}
          />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
