// A correction after closing: marks to be taken back and times to be added, with the reason. Another person decides.
import type { Presence } from '../../../../../../functions/domain/attendance/marks.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { MomentField } from '../../forms/moment-field.tsx';
import { fieldInstant, momentOf } from '../moments.ts';
import { useRequestId } from '../request-id.ts';
import { useTeachWords } from '../use-words.ts';

interface Props {
  session: string;
  person: string;
  name: string;
  standing: readonly Presence[];
  onChanged: () => Promise<void>;
  onClose: () => void;
}

interface Fields {
  voids: number[];
  in: string;
  out: string;
  why: string;
}

export function ProposeForm({ session, person, name, standing, onChanged, onClose }: Props) {
  const { t, words, call } = useStaff();
  const w = useTeachWords();
  const request = useRequestId();
  const check = (value: Fields) => ({
    ...missing(value, ['why'], t.form.missing),
    ...(wantedOf(value).length === 0 && { in: t.reasons.nothing }),
  });
  const send = async (value: Fields) => {
    const body = { why: value.why.trim(), marks: wantedOf(value) };
    await call('proposeCorrection', {
      params: { session, person },
      body: { ...body, request: request.idOf(body) },
    });
    request.done();
  };
  return (
    <FormDialog<Fields>
      title={w.corrections.whoFor(name)}
      start={{ voids: [], in: '', out: '', why: '' }}
      tells={() => w.corrections.tell}
      check={check}
      submit={w.corrections.propose}
      send={send}
      done={w.corrections.proposed}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          {standing.map(({ n, kind, at }) => (
            <label key={n} class="radio">
              <input
                type="checkbox"
                checked={form.value.voids.includes(n)}
                onChange={(event) =>
                  form.set({
                    voids: event.currentTarget.checked
                      ? [...form.value.voids, n]
                      : form.value.voids.filter((one) => one !== n),
                  })
                }
              />
              {w.corrections.void(w.kindNames[kind], momentOf(at, words))}
            </label>
          ))}
          <MomentField form={form} name="in" label={w.corrections.addIn} hint={w.editor.chinaTime} />
          <MomentField form={form} name="out" label={w.corrections.addOut} />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}

/** What a form asks for: the contract takes six at most. */
function wantedOf({ voids, ...times }: Fields) {
  const added = (['in', 'out'] as const).flatMap((kind) => {
    const at = fieldInstant(times[kind]);
    return at === undefined ? [] : [{ kind, at }];
  });
  return [...voids.slice(0, 4).map((of) => ({ kind: 'void' as const, of })), ...added];
}
