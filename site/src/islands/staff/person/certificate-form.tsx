// A certificate as it is printed; the same level and number again is a renewal of its registration.
import { CERTIFICATE_NUMBER } from '../../../../../functions/domain/people/certificate.ts';
import type { Level } from '../../../../../functions/domain/questions/release.ts';
import { useStaff } from '../../../shell/staff.tsx';
import type { StaffWords } from '../../../words/zh-staff.ts';
import { DayField, PickField, TextField, WhyField } from '../forms/fields.tsx';
import { type Form, given, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { Faults } from '../problem-text.ts';
import type { PartFormProps } from './part.ts';
import type { Certificate } from './use-person.ts';

const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

interface Value {
  level: Level;
  number: string;
  issued: string;
  registered: string;
  registrationFrom: string;
  registrationTo: string;
  why: string;
}

interface Props extends PartFormProps {
  /** The certificate whose registration is renewed; missing for a new one. */
  renewed: Certificate | undefined;
}

export function CertificateForm({ known: { person }, renewed, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const { level = 'junior', number = '', issued = '' } = renewed ?? {};
  const start: Value = { level, number, issued, registered: '', registrationFrom: '', registrationTo: '', why: '' };
  const title = renewed ? t.acts.renew : t.acts.addCertificate;
  return (
    <FormDialog
      title={title}
      start={start}
      check={(value) => faultsIn(value, t, renewed !== undefined)}
      submit={title}
      send={(value) => {
        const body = { kind: 'certificate', version: person.version, ...given('why', value.why) } as const;
        return call('changePerson', {
          params: { person: person.id },
          body: { ...body, certificate: certificateOf(value) },
        });
      }}
      done={renewed ? t.done.renew : t.done.addCertificate}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <Fields form={form} renewed={renewed} />}
    </FormDialog>
  );
}

function Fields({ form, renewed }: { form: Form<Value>; renewed: Certificate | undefined }) {
  const { t, words } = useStaff();
  return (
    <>
      {renewed ? (
        <p>{`${words.levelNames[renewed.level]} ${renewed.number}`}</p>
      ) : (
        <>
          <PickField
            form={form}
            name="level"
            label={t.person.level}
            options={LEVELS}
            text={(l) => words.levelNames[l]}
          />
          <TextField form={form} name="number" label={t.person.number} />
          <DayField form={form} name="issued" label={t.person.issuedOn} />
        </>
      )}
      <DayField form={form} name="registered" label={t.person.registeredOn} hint={t.form.optional} />
      <DayField
        form={form}
        name="registrationFrom"
        label={t.person.registrationFrom}
        hint={renewed ? '' : t.form.optional}
      />
      <DayField form={form} name="registrationTo" label={t.person.registrationTo} hint={t.person.registrationHint} />
      <WhyField form={form} isOptional />
    </>
  );
}

function faultsIn(value: Value, t: StaffWords, isRenewal: boolean): Faults {
  const endsBefore = value.registrationTo !== '' && value.registrationTo < value.registrationFrom;
  return {
    ...(CERTIFICATE_NUMBER.test(value.number.trim()) ? {} : { number: t.person.numberFault }),
    ...(endsBefore ? { registrationTo: t.form.endsBefore } : {}),
    ...missing(value, isRenewal ? ['registrationFrom'] : ['number', 'issued'], t.form.missing),
  };
}

/** The certificate as the wire takes it: days that were left out are not there. */
function certificateOf({ level, number, issued, registered, registrationFrom, registrationTo }: Value) {
  return {
    ...{ level, number: number.trim(), issued },
    ...{ ...given('registered', registered), ...given('registrationFrom', registrationFrom) },
    ...given('registrationTo', registrationTo),
  };
}
