// Putting a post right that was entered wrongly: who, what, from when to when; or taking it out, as never having been.
import { addDays } from '../../../../../functions/domain/time.ts';
import type { Post } from '../../../../../functions/domain/units/unit.ts';
import { type Staff, useStaff } from '../../../shell/staff.tsx';
import { CheckField, DayField, PickField, WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { PersonField } from '../forms/person-field.tsx';
import type { ActProps } from './act.ts';
import type { Holding } from './history.ts';

export const POSTS: readonly Post[] = ['head', 'deputy', 'liaison'];

export interface Righting {
  post: Post;
  person: string;
  from: string;
  to: string;
  never: boolean;
  why: string;
}

export function RectifyPost({ unit, held, onChanged, onClose }: ActProps & { held: Holding }) {
  const staff = useStaff();
  const { t, call } = staff;
  const name = held.name ?? t.gone;
  return (
    <FormDialog
      title={t.acts.rectify}
      start={{ post: held.post, person: held.person, from: held.from, to: held.to ?? '', never: false, why: '' }}
      tells={(value: Righting) => tellOf(staff, held, value)}
      check={(value) => rightingFaults(value, { missing: t.form.missing, endsBefore: t.form.endsBefore })}
      submit={t.acts.rectify}
      isGrave
      send={(value) =>
        call('changeUnit', {
          params: { unit: unit.id },
          body: { kind: 'rectify', field: 'post', version: unit.version, ...rectifying(held, value) },
        })
      }
      done={t.done.rectify}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <CheckField form={form} name="never" label={t.unit.never} />
          {!form.value.never && (
            <>
              <PickField form={form} name="post" label={t.unit.post} options={POSTS} text={(post) => t.posts[post]} />
              <PersonField
                unit={unit.id}
                label={t.person.one}
                fault={form.faults.person}
                value={form.value.person}
                kept={{ person: held.person, name }}
                onPick={(person) => form.set({ person })}
              />
              <DayField form={form} name="from" label={t.unit.postFrom} />
              <DayField form={form} name="to" label={t.unit.postTo} />
            </>
          )}
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}

/** What is wrong with what was typed; a record that goes needs no more than a reason. */
export function rightingFaults(value: Righting, says: { missing: string; endsBefore: string }) {
  const { never, from, to } = value;
  return {
    ...missing(value, never ? ['why'] : ['from', 'person', 'why'], says.missing),
    ...(!never && to !== '' && to <= from ? { to: says.endsBefore } : {}),
  };
}

/** The part of a body that says which record is wrong, and what is right; nothing is right of one that goes. */
export function rectifying({ post, person, from }: Holding, { never, why, ...value }: Righting) {
  const right = { post: value.post, person: value.person, from: value.from, ...(value.to !== '' && { to: value.to }) };
  return { post, person, day: from, why, ...(never ? {} : { right }) };
}

/** What will happen. Whom one has picked is told as the new holder without a name: the list beside it says it. */
function tellOf({ t, words }: Staff, held: Holding, value: Righting): string | undefined {
  const spanOf = ({ from, to }: { from: string; to?: string | undefined }) =>
    to ? t.span(words.date(from), words.date(addDays(to, -1))) : t.since(words.date(from));
  const name = held.name ?? t.gone;
  const was = t.unit.held(t.posts[held.post], name, spanOf(held));
  if (value.never) return t.tells.strike(was);
  if (value.from === '' || value.person === '') return undefined;
  const whose = value.person === held.person ? name : t.unit.pickedOne;
  return t.tells.rectify(was, t.unit.held(t.posts[value.post], whose, spanOf(value)));
}
