// What is asked of a person: name, phone, identity number, what they studied. The numbers are checked as they are typed, by the domain's own rules.
import { checkIdNumber } from '../../../../../functions/domain/people/id-number.ts';
import { EDUCATIONS } from '../../../../../functions/domain/people/person.ts';
import { checkPhone } from '../../../../../functions/domain/people/phone.ts';
import type { Day } from '../../../../../functions/domain/time.ts';
import { useStaff } from '../../../shell/staff.tsx';
import type { StaffWords } from '../../../words/zh-staff.ts';
import { CheckField, PickField, TextField } from '../forms/fields.tsx';
import type { Form } from '../forms/form.ts';
import type { Faults } from '../problem-text.ts';

export interface Numbers {
  phone: string;
  idNumber: string;
}

/** A number that is left out is no fault; one that is there must be one. */
export function numberFaults({ phone, idNumber }: Numbers, { t, today }: { t: StaffWords; today: Day }): Faults {
  const phoned = checkPhone(phone);
  const known = checkIdNumber(idNumber, today);
  return {
    ...(phone.trim() === '' || phoned.ok ? {} : { phone: t.phoneFaults[phoned.reason] }),
    ...(idNumber.trim() === '' || known.ok ? {} : { idNumber: t.idFaults[known.reason] }),
  };
}

/** So many characters long, a number is no longer just begun. */
const PHONE_WHOLE = 11;
const ID_WHOLE = 18;

export function NumberFields<T extends Numbers>({ form, kept }: { form: Form<T>; kept?: boolean }) {
  const { t, today } = useStaff();
  const own = form as unknown as Form<Numbers>;
  const faults = numberFaults(own.value, { t, today });
  const isWhole = (text: string, length: number) => text.replace(/\s/g, '').length >= length;
  return (
    <>
      <TextField
        form={own}
        name="phone"
        label={t.person.phone}
        hint={kept ? t.person.keptHint : t.person.phoneHint}
        type="tel"
        live={isWhole(own.value.phone, PHONE_WHOLE) ? faults.phone : undefined}
      />
      <TextField
        form={own}
        name="idNumber"
        label={t.person.idNumber}
        hint={kept ? t.person.keptHint : t.person.idHint}
        live={isWhole(own.value.idNumber, ID_WHOLE) ? faults.idNumber : undefined}
      />
    </>
  );
}

export interface Studies {
  education: (typeof EDUCATIONS)[number] | '';
  isSocialWorkMajor: boolean;
}

export function StudyFields<T extends Studies>({ form }: { form: Form<T> }) {
  const { t } = useStaff();
  const own = form as unknown as Form<Studies>;
  return (
    <>
      <PickField
        form={own}
        name="education"
        label={t.person.education}
        options={['', ...EDUCATIONS] as const}
        text={(education) => (education === '' ? t.notGiven : t.educations[education])}
      />
      {own.value.education !== '' && <CheckField form={own} name="isSocialWorkMajor" label={t.person.major} />}
    </>
  );
}
