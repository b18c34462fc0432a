// A moment in China, as `<input type="datetime-local">` takes it.
import { Framed } from './fields.tsx';
import type { Form } from './form.ts';

interface Props<T> {
  form: Form<T>;
  name: keyof T & string;
  label: string;
  hint?: string;
}

export function MomentField<T>({ form, name, label, hint }: Props<T>) {
  return (
    <Framed label={label} hint={hint} fault={form.faults[name]}>
      {(tied) => (
        <input
          {...tied}
          type="datetime-local"
          value={form.value[name] as string}
          onInput={(event) => form.set({ [name]: event.currentTarget.value } as Partial<T>)}
        />
      )}
    </Framed>
  );
}
