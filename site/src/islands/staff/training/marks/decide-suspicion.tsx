// A human's word on a sign, with the reason; with a confirmation the marks in question may be taken back at once.
import { useRef } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import type { Own } from '../door/live-marks.ts';
import { useTeachWords } from '../use-words.ts';
import { useVoids } from './history.tsx';

export type Suspicion = Answer<'listSuspicions'>['suspicions'][number];
export type SuspicionDecision = Suspicion['steps'][number]['decision'];

interface Props {
  session: string;
  one: Suspicion;
  decision: SuspicionDecision;
  name: string;
  own: Own;
  /** Whether marks can be taken back now. */
  isOpen: boolean;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

interface Fields {
  why: string;
  isVoiding: boolean;
}

export function DecideSuspicion({ session, one, decision, name, own, isOpen, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const w = useTeachWords();
  const voids = useVoids(session);
  /** Said already, when taking the marks back failed after it: said twice it would be a conflict with oneself. */
  const isSaid = useRef(false);
  const marks = own.standing.filter(({ at }) => one.at.includes(at)).map(({ n }) => ({ person: one.person, n }));
  const mayVoid = decision === 'confirmed' && isOpen && marks.length > 0;
  const send = async ({ why, isVoiding }: Fields) => {
    if (!isSaid.current) {
      const params = { session, suspicion: one.suspicion };
      await call('decideSuspicion', { params, body: { version: one.version, decision, why: why.trim() } });
      isSaid.current = true;
    }
    if (mayVoid && isVoiding) await voids(marks, why);
  };
  return (
    <FormDialog<Fields>
      title={`${w.suspicions.acts[decision]}：${name}`}
      start={{ why: '', isVoiding: true }}
      tells={({ isVoiding }) => {
        if (decision === 'dismissed') return w.suspicions.dismissTell;
        return mayVoid && isVoiding ? w.suspicions.confirmTell(name, marks.length) : w.suspicions.confirmOnly(isOpen);
      }}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={w.suspicions.acts[decision]}
      isGrave={mayVoid}
      send={send}
      done={w.suspicions.done[decision]}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          {mayVoid && (
            <label class="radio">
              <input
                type="checkbox"
                checked={form.value.isVoiding}
                onChange={(event) => form.set({ isVoiding: event.currentTarget.checked })}
              />
              {w.suspicions.voidToo(marks.length)}
            </label>
          )}
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
