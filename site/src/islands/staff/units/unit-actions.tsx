// What one may do with a unit: a button each, by the table of permissions; and the dialog that is open.
import { useState } from 'preact/hooks';
import type { Action } from '../../../../../functions/domain/access/actions.ts';
import { can } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { useTreeStore } from '../tree/use-tree.ts';
import type { ActProps } from './act.ts';
import { CloseForm } from './close-form.tsx';
import { CorrectForm } from './correct-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { MoveForm } from './move-form.tsx';
import { OpenForm } from './open-form.tsx';
import { RenameForm } from './rename-form.tsx';
import { SplitForm } from './split-form.tsx';
import { placeOf } from './use-unit.ts';

/** Act → the right it asks for, and its form. In the order of the buttons. */
const ACTS = {
  open: { right: 'openUnit', Form: OpenForm, isGrave: false },
  rename: { right: 'changeUnit', Form: RenameForm, isGrave: false },
  correct: { right: 'changeUnit', Form: CorrectForm, isGrave: false },
  move: { right: 'moveUnit', Form: MoveForm, isGrave: false },
  merge: { right: 'closeUnit', Form: MergeForm, isGrave: true },
  split: { right: 'closeUnit', Form: SplitForm, isGrave: true },
  close: { right: 'closeUnit', Form: CloseForm, isGrave: true },
} as const satisfies Record<string, { right: Action; Form: unknown; isGrave: boolean }>;

type Act = keyof typeof ACTS;

export function UnitActions({ unit, onChanged }: Omit<ActProps, 'onClose'>) {
  const { t, actor, today } = useStaff();
  const tree = useTreeStore();
  const [open, setOpen] = useState<Act | undefined>();
  const isOver = unit.closed !== undefined && unit.closed <= today;
  const acts = (Object.keys(ACTS) as Act[]).filter((act) => !isOver && can[ACTS[act].right](actor, placeOf(unit)));
  if (acts.length === 0) return null;
  const Form = open && ACTS[open].Form;
  const changed = async () => {
    tree.renew();
    await onChanged();
  };
  return (
    <div class="row acts">
      {acts.map((act) => (
        <button key={act} type="button" class={ACTS[act].isGrave ? 'tool grave' : 'tool'} onClick={() => setOpen(act)}>
          {t.acts[act]}
        </button>
      ))}
      {Form && <Form unit={unit} onChanged={changed} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
