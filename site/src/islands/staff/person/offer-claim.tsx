// Giving a record that staff have made to whoever it is: a code by which they make it their account.
import { useRef, useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { CodeDialog, type Made } from '../codes/code-dialog.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { PartProps } from './part.ts';

export function OfferClaim({ known: { person }, onChanged }: PartProps) {
  const { t, call } = useStaff();
  const [isAsking, setAsking] = useState(false);
  const [made, setMade] = useState<Made | undefined>();
  const answer = useRef<Made | undefined>();
  const close = () => {
    setAsking(false);
    setMade(answer.current);
    answer.current = undefined;
  };
  return (
    <>
      <button type="button" class="button plain" onClick={() => setAsking(true)}>
        {t.acts.offerClaim}
      </button>
      {isAsking && (
        <FormDialog
          title={t.acts.offerClaim}
          start={{}}
          tells={() => t.tells.offerClaim(person.name)}
          check={() => ({})}
          submit={t.acts.offerClaim}
          send={async () => {
            const { code, expiresAt } = await call('offerClaim', { params: { person: person.id }, body: {} });
            answer.current = { kind: 'claim', code, until: expiresAt };
          }}
          done={t.done.offerClaim}
          onChanged={onChanged}
          onClose={close}
        >
          {() => <p>{t.codes.claimHint}</p>}
        </FormDialog>
      )}
      {made && (
        <CodeDialog
          made={made}
          title={t.codes.claimFor(person.name)}
          text={t.codes.claimText}
          onClose={() => setMade(undefined)}
        />
      )}
    </>
  );
}
