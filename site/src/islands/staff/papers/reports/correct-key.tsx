// Correcting the key of a mock question: another key or full marks for everybody, what it changes said first, asked for twice.
import type { Input } from '../../../../../../functions/contract/index.ts';
import { Choice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useRequestId } from '../../training/request-id.ts';
import { useLoad } from '../../use-load.ts';
import { type Keyed, keyOf } from '../item-card.tsx';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';
import { effectText, keyFault, type Wish } from './effect.ts';

interface Props {
  item: Omit<Keyed, 'n'>;
  subject: string | undefined;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

type Fields = Wish & { why: string };

export function CorrectKey({ item, subject, onChanged, onClose }: Props) {
  const { t, call } = useStaff();
  const w = usePapersWords();
  const { go } = useGo();
  const request = useRequestId();
  const { value: counted } = useLoad(`counted ${item.id} ${item.version}`, async () => {
    if (subject === undefined) return undefined;
    const { items } = await call('readSubjectStatistics', { params: { subject } });
    return items.find(({ id, version }) => id === item.id && version === item.version);
  });
  const send = async ({ kind, key, why }: Fields) => {
    const common = { version: item.version, why: why.trim() };
    const wish = kind === 'key' ? { kind, ...common, key: [...key] } : { kind, ...common };
    const body = { ...wish, request: request.idOf({ id: item.id, ...wish }) } as Input<'correctKey'>['body'];
    const { correction } = await call('correctKey', { params: { question: item.id }, body });
    request.done();
    await onChanged();
    go({ view: 'corrections', correction });
  };
  return (
    <FormDialog<Fields>
      title={w.corrections.title(item.id)}
      start={{ kind: 'key', key: keyOf(item), why: '' }}
      tells={(wish) => effectText(wish, { item, counted }, w)}
      check={(value) => {
        const fault = keyFault(value, item, w);
        return { ...missing(value, ['why'], t.form.missing), ...(fault && { key: fault }) };
      }}
      submit={w.corrections.submit}
      isGrave
      send={send}
      done={w.corrections.done}
      onChanged={() => undefined}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{item.stem}</p>
          <Choice
            legend={w.corrections.how}
            name="kind"
            options={['key', 'credit'] as const}
            label={(one) => w.corrections.hows[one]}
            value={form.value.kind}
            onPick={(kind) => form.set({ kind })}
          />
          {form.value.kind === 'key' && (
            <fieldset class="choice key-choice" aria-describedby={form.faults.key && 'key-fault'}>
              <legend>{w.corrections.key}</legend>
              {item.options.map(({ id, text }) => (
                <label key={id} class="radio">
                  <input
                    type={item.kind === 'single' ? 'radio' : 'checkbox'}
                    name="key"
                    checked={form.value.key.includes(id)}
                    aria-invalid={form.faults.key !== undefined}
                    onChange={() => form.set({ key: picked(form.value.key, id, item.kind === 'single') })}
                  />
                  {id}　{text}
                </label>
              ))}
              {form.faults.key && (
                <p class="small fault" id="key-fault">
                  {form.faults.key}
                </p>
              )}
            </fieldset>
          )}
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}

function picked(key: readonly string[], id: string, isSingle: boolean): string[] {
  if (isSingle) return [id];
  return key.includes(id) ? key.filter((one) => one !== id) : [...key, id].sort();
}
