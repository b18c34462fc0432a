// The fields that only some kinds of entries have: the degree of taught courses, whose rules a local category is of.
import { provincesIn } from '../../words/provinces.ts';
import type { PartProps } from './part.ts';
import type { Entry } from './said.ts';
import { PickInput, TextInput } from './text-input.tsx';

export function KindFields({ entries, ...part }: PartProps & { entries: readonly Entry[] }) {
  const { draft, said } = part;
  const { lang, w } = said;
  if (draft.kind === 'taught') {
    const degrees = entries.filter(
      ({ kind, state }) => kind === 'degree' && (state === 'approved' || state === 'proposed'),
    );
    if (degrees.length === 0) return null;
    const options = degrees.map(({ id, title }) => ({ value: id, text: title }));
    return (
      <PickInput {...part} name="degree" label={w.degree} options={[{ value: '', text: w.noDegree }, ...options]} />
    );
  }
  if (draft.kind !== 'local') return null;
  const provinces = provincesIn(lang).map(({ code, name }) => ({ value: code, text: name }));
  return (
    <>
      <PickInput {...part} name="province" label={w.province} options={[{ value: '', text: w.choose }, ...provinces]} />
      <TextInput {...part} name="category" label={w.category} hint={w.localHint} most={40} />
    </>
  );
}
