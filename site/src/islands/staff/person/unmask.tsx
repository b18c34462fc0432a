// A masked number, and showing it whole: with a reason, for a minute, never kept anywhere but on the screen.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';

const SHOWN_MS = 60_000;

interface Props {
  person: string;
  field: 'phone' | 'idNumber';
  /** Missing when no such number is kept. */
  masked: string | undefined;
  may: boolean;
}

export function UnmaskedNumber({ person, field, masked, may }: Props) {
  const { t } = useStaff();
  const [isAsking, setAsking] = useState(false);
  const [value, setValue] = useState<string | undefined>();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (value === undefined) return;
    place.current?.focus();
    const timer = setTimeout(() => setValue(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [value]);
  if (masked === undefined) return <span class="soft">{t.notGiven}</span>;
  return (
    <>
      <span class="row number">
        <span ref={place} tabIndex={-1}>
          {value ?? masked}
        </span>
        {value !== undefined ? (
          <button type="button" class="link" onClick={() => setValue(undefined)}>
            {t.person.hide(t.person[field])}
          </button>
        ) : (
          may && (
            <button type="button" class="link" onClick={() => setAsking(true)}>
              {t.person.show(t.person[field])}
            </button>
          )
        )}
      </span>
      {value !== undefined && <span class="small soft">{t.person.shownFor}</span>}
      {isAsking && <Ask {...{ person, field }} onValue={setValue} onClose={() => setAsking(false)} />}
    </>
  );
}

interface AskProps extends Pick<Props, 'person' | 'field'> {
  onValue: (value: string | undefined) => void;
  onClose: () => void;
}

function Ask({ person, field, onValue, onClose }: AskProps) {
  const { t, call } = useStaff();
  const answer = useRef<string | undefined>();
  return (
    <FormDialog
      title={t.person.show(t.person[field])}
      start={{ why: '' }}
      tells={() => t.tells.unmask}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={t.acts.unmask}
      send={async ({ why }) => {
        answer.current = (await call('unmaskPerson', { params: { person }, body: { field, why } })).value;
      }}
      done={t.done.unmask}
      onChanged={() => undefined}
      onClose={() => {
        onClose();
        // Only now: while the dialog is open nothing behind it can take the focus.
        onValue(answer.current);
      }}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}
