// How many live there, as the bureau says: what was said, saying it, and taking it back.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, TextField } from '../forms/fields.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useRequestId } from '../training/request-id.ts';
import type { Read } from './answers.ts';
import { useFiguresWords } from './words.ts';

type Said = Read['population']['said'][number];

interface Props {
  unit: string;
  read: Read;
  onChanged: () => Promise<void>;
}

export function Population(props: Props) {
  const { words } = useStaff();
  const { w } = useFiguresWords();
  const [open, setOpen] = useState<'none' | 'give' | Said>('none');
  const { read } = props;
  const { said } = read.population;
  if (said.length === 0 && !read.may.givePopulation) return null;
  const close = () => setOpen('none');
  return (
    <section class="card no-print" aria-labelledby="population">
      <h2 id="population">{w.population}</h2>
      <p class="small soft">{w.populationHint}</p>
      {said.length === 0 && <p>{w.populationNone}</p>}
      <ul class="list">
        {said.map((one) => (
          <li key={one.from} class="row wraps">
            <span>
              {words.date(one.from)} · {one.people.toLocaleString('en-US')}
              {one.source !== '' && <span class="soft small"> · {one.source}</span>}
            </span>
            {read.may.givePopulation && (
              <button type="button" class="link" onClick={() => setOpen(one)}>
                {w.populationRemove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {read.may.givePopulation && (
        <button type="button" class="button plain" onClick={() => setOpen('give')}>
          {w.populationSave}
        </button>
      )}
      {open === 'give' && <Give {...props} onClose={close} />}
      {typeof open === 'object' && <Remove {...props} said={open} onClose={close} />}
    </section>
  );
}

const WHOLE = /^\d{1,10}$/;

function Give({ unit, read, onChanged, onClose }: Props & { onClose: () => void }) {
  const { call, today } = useStaff();
  const { w } = useFiguresWords();
  const request = useRequestId();
  const start = { from: `${today.slice(0, 4)}-01-01`, people: '', source: '' };
  const send = async ({ from, people, source }: typeof start) => {
    const body = { version: read.population.version, from, people: Number(people.replace(/[,，\s]/g, '')), source };
    await call('givePopulation', { params: { unit }, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={w.population}
      start={start}
      check={({ people }) => {
        const text = people.replace(/[,，\s]/g, '');
        return WHOLE.test(text) && Number(text) > 0 && Number(text) <= 2e9 ? {} : { people: w.populationFault };
      }}
      submit={w.populationSave}
      send={send}
      done={w.populationSaved}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="from" label={w.populationFrom} />
          <TextField form={form} name="people" label={w.populationPeople} />
          <TextField form={form} name="source" label={w.populationSource} />
        </>
      )}
    </FormDialog>
  );
}

function Remove({ unit, read, said, onChanged, onClose }: Props & { said: Said; onClose: () => void }) {
  const { call, words } = useStaff();
  const { w } = useFiguresWords();
  const request = useRequestId();
  const send = async () => {
    const body = { version: read.population.version, from: said.from, people: 0, source: '' };
    await call('givePopulation', { params: { unit }, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={w.populationRemove}
      start={{}}
      check={() => ({})}
      submit={w.populationRemove}
      send={send}
      done={w.populationRemoved}
      onChanged={onChanged}
      onClose={onClose}
    >
      {() => <p>{w.populationRemoveSure(words.date(said.from))}</p>}
    </FormDialog>
  );
}
