// What a new unit begins with: the fields that opening, merging and splitting share.
import type { Input } from '../../../../../functions/contract/index.ts';
import type { UnitKind } from '../../../../../functions/domain/units/unit.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { DivisionField } from '../divisions/division-field.tsx';
import { PickField, TextField } from '../forms/fields.tsx';
import { type Form, given, missing } from '../forms/form.ts';
import type { Faults } from '../problem-text.ts';

const KINDS: readonly UnitKind[] = [
  'bureau',
  'station-township',
  'station-county',
  'station-city',
  'agency',
  'association',
  'training',
];

export interface Opening {
  name: string;
  unitKind: UnitKind;
  division: string;
}

/** 6 digits to the county, 9 to the township. */
const DIVISION = /^\d{6}(\d{3})?$/;

const QUOTA_MOST = 100_000;

export function openingFaults(
  value: Opening,
  { missing: none, division }: { missing: string; division: string },
): Faults {
  const wrong = value.division.trim() !== '' && !DIVISION.test(value.division.trim());
  return { ...missing(value, ['name', 'division'], none), ...(wrong ? { division } : {}) };
}

export function OpeningFields<T extends Opening>({ form }: { form: Form<T> }) {
  const { t } = useStaff();
  // The fields are those of Opening, whatever else the form holds.
  const own = form as unknown as Form<Opening>;
  return (
    <>
      <TextField form={own} name="name" label={t.unit.name} />
      <PickField form={own} name="unitKind" label={t.unit.kind} options={KINDS} text={(kind) => t.kinds[kind]} />
      <DivisionField
        label={t.unit.division}
        fault={own.faults.division}
        value={own.value.division}
        onPick={(division) => own.set({ division })}
      />
    </>
  );
}

/** The part of a body that every new unit has. */
export function openingOf({ name, unitKind, division }: Opening) {
  return { name: name.trim(), kind: unitKind, division: division.trim() };
}

export interface Office {
  phone: string;
  address: string;
  quota: string;
}

/** An office's number, with its area code. */
const PHONE = /^[0-9+ ()-]{3,30}$/;

export function officeFaults({ phone, quota }: Office, says: { phone: string; quota: string }): Faults {
  const isPhone = phone.trim() === '' || PHONE.test(phone.trim());
  const isQuota = quota.trim() === '' || (/^\d+$/.test(quota.trim()) && Number(quota) <= QUOTA_MOST);
  return { ...(isPhone ? {} : { phone: says.phone }), ...(isQuota ? {} : { quota: says.quota }) };
}

export function OfficeFields<T extends Office>({ form }: { form: Form<T> }) {
  const { t } = useStaff();
  const own = form as unknown as Form<Office>;
  return (
    <>
      <TextField form={own} name="phone" label={t.unit.phone} hint={t.unit.phoneHint} type="tel" />
      <TextField form={own} name="address" label={t.unit.address} />
      <TextField form={own} name="quota" label={t.unit.quota} type="number" />
    </>
  );
}

/** The contacts as the wire takes them. */
export function contactsOf({ phone, address }: Office): NonNullable<Input<'openUnit'>['body']['contacts']> {
  return { ...given('phone', phone), ...given('address', address) };
}
