// Saving marks by hand: one time, one reason for all of them; what was refused stays wanted, with why.
import { useState } from 'preact/hooks';
import type { CodeKind } from '../../../../../../functions/domain/door/codes.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing, useForm } from '../../forms/form.ts';
import { MomentField } from '../../forms/moment-field.tsx';
import { Trouble } from '../../parts.tsx';
import { fieldInstant } from '../moments.ts';
import { useRequestId } from '../request-id.ts';
import { slicesOf } from '../slices.ts';
import { reasonText, useTeachWords } from '../use-words.ts';

/** The contract takes so many at once. */
const AT_ONCE = 50;

interface Props {
  session: string;
  wanted: ReadonlyMap<string, CodeKind>;
  nameOf: (person: string) => string;
  /** `left`: what was not taken. */
  onSaved: (left: Map<string, CodeKind>) => Promise<void>;
  onClear: () => void;
}

interface Fields {
  at: string;
  why: string;
}

export function SaveMarks({ session, wanted, nameOf, onSaved, onClear }: Props) {
  const { t, call, toast } = useStaff();
  const w = useTeachWords();
  const request = useRequestId();
  const [refused, setRefused] = useState<{ person: string; reason: string }[]>([]);
  const send = async ({ at, why }: Fields) => {
    const instant = fieldInstant(at);
    const left = new Map(wanted);
    const found: typeof refused = [];
    const counts = { new: 0, same: 0, refused: 0 };
    for (const slice of slicesOf([...wanted], AT_ONCE)) {
      const marks = slice.map(([person, kind]) => ({ person, kind, ...(instant && { at: instant }) }));
      const body = { why: why.trim(), marks };
      const answer = await call('addMarks', { params: { session }, body: { ...body, request: request.idOf(body) } });
      request.done();
      for (const { line, outcome, reason = 'other' } of answer.lines) {
        counts[outcome] += 1;
        const person = slice[line]?.[0] ?? '';
        if (outcome === 'refused') found.push({ person, reason });
        else left.delete(person);
      }
    }
    setRefused(found);
    toast(w.marks.result(counts.new, counts.same, counts.refused));
    await onSaved(left);
  };
  const form = useForm<Fields>({
    start: { at: '', why: '' },
    check: (value) => missing(value, ['why'], t.form.missing),
    send,
  });
  return (
    <form
      class="card save-marks"
      onSubmit={(event) => {
        event.preventDefault();
        void form.send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        void form.send();
      }}
    >
      <p class="mid" role="status">
        {w.marks.added(wanted.size)}
      </p>
      {form.problem && <Trouble problem={form.problem} />}
      {refused.length > 0 && (
        <ul class="notice trouble plain-list" role="alert">
          {refused.map(({ person, reason }) => (
            <li key={person}>{w.marks.refused(nameOf(person), reasonText(reason, t, w))}</li>
          ))}
        </ul>
      )}
      <div class="pair">
        <MomentField form={form} name="at" label={w.marks.at} hint={w.marks.atHint} />
        <WhyField form={form} />
      </div>
      <div class="row">
        <button type="submit" class="button" aria-disabled={form.isBusy}>
          {w.marks.save}
        </button>
        <button type="button" class="button plain" onClick={onClear}>
          {w.marks.clear}
        </button>
      </div>
    </form>
  );
}
