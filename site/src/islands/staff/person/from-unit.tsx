// Which employment is meant, for somebody who works at several units; for everybody else there is nothing to ask.
import type { Day } from '../../../../../functions/domain/time.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { PickField } from '../forms/fields.tsx';
import type { Form } from '../forms/form.ts';
import type { Employment, PersonRead } from './use-person.ts';

/** The employments that are not over and whose unit one may see. */
export function present({ employments }: PersonRead, today: Day): Employment[] {
  return employments.filter(({ unit, to }) => unit !== null && (to === undefined || today < to));
}

export function FromUnit<T extends { from: string }>({ form, person }: { form: Form<T>; person: PersonRead }) {
  const { t, today } = useStaff();
  const own = form as unknown as Form<{ from: string }>;
  const several = present(person, today);
  if (several.length < 2) return null;
  return (
    <PickField
      form={own}
      name="from"
      label={t.person.fromUnit}
      options={several.map(({ unit }) => unit ?? '')}
      text={(unit) => several.find((one) => one.unit === unit)?.unitName ?? unit}
    />
  );
}
