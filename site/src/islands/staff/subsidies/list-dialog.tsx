// Putting applications on a list for the public: its first and its last day, no shorter than the rule asks.
import { useRef, useState } from 'preact/hooks';
import { leastLastDay } from '../../../../../functions/domain/subsidies/notice.ts';
import type { SubsidyRule } from '../../../../../functions/domain/subsidies/rule.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { yuanOf } from '../../subsidies/said.ts';
import { DayField } from '../forms/fields.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { type Slices, sendSlices } from './slices.tsx';
import { type DeskSaid, type Row, sumOf } from './words.ts';

interface Props {
  unit: string;
  rule: SubsidyRule;
  rows: readonly Row[];
  said: DeskSaid;
  onOutcome: (slices: Slices) => void;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

interface Typed {
  from: string;
  last: string;
}

export function ListDialog({ unit, rule, rows: current, said, onOutcome, onChanged, onClose }: Props) {
  const { call, device, today } = useStaff();
  const { s, words } = said;
  // What was chosen when it was opened: the list changes while it is worked on.
  const [rows] = useState(current);
  const [at, setAt] = useState<number | undefined>();
  const begun = useRef<{ text: string; batch: string } | undefined>(undefined);
  const send = async (typed: Typed) => {
    const text = JSON.stringify(typed);
    if (begun.current?.text !== text) {
      const body = { rule: rule.id, ...typed, request: device.newId() };
      const { batch } = await call('addSubsidyBatch', { params: { unit }, body });
      begun.current = { text, batch };
    }
    const { batch } = begun.current;
    const newId = () => device.newId();
    onOutcome(await sendSlices({ call, newId, unit, batch, moving: { move: 'list' }, rows, tell: setAt }));
  };
  const check = ({ from, last }: Typed) => ({
    ...(from < today && { from: s.notice.fault }),
    ...((last === '' || last < leastLastDay(rule, from)) && { last: s.notice.fault }),
  });
  const { notice } = rule;
  const isKnown = typeof notice === 'object';
  const sum = yuanOf(sumOf(rows));
  return (
    <FormDialog
      title={s.notice.title(rows.length)}
      start={{ from: today, last: isKnown ? leastLastDay(rule, today) : '' }}
      tells={({ from, last }) =>
        at !== undefined
          ? s.running(at, rows.length)
          : from === '' || last === ''
            ? undefined
            : s.notice.tells(rows.length, sum, words.date(from), words.date(last))
      }
      check={check}
      submit={s.list}
      isGrave
      send={send}
      done={s.notice.done}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="from" label={s.notice.from} />
          <DayField
            form={form}
            name="last"
            label={s.notice.last}
            hint={
              isKnown && form.value.from !== ''
                ? s.notice.least(notice.days, notice.working, words.date(leastLastDay(rule, form.value.from)))
                : s.notice.unknown
            }
          />
        </>
      )}
    </FormDialog>
  );
}
