// The keys to open data of a unit: made, shown once, ended.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../functions/contract/index.ts';
import { KEY_DAYS_MOST } from '../../../../../functions/domain/open-data/api-key.ts';
import { addDays } from '../../../../../functions/domain/time.ts';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, TextField } from '../forms/fields.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { useRequestId } from '../training/request-id.ts';
import { useLoad } from '../use-load.ts';
import { useReportsWords } from './words.ts';

type Key = Answer<'listKeys'>['keys'][number];

/** A key whose secret is to be stored; without one its answer was lost. */
interface Made {
  secret: string | undefined;
}

export function KeysPage({ unit }: { unit: string }) {
  const { call } = useStaff();
  const w = useReportsWords().keys;
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<Made | undefined>();
  const [ending, setEnding] = useState<Key | undefined>();
  const { value, problem, isLoading, reload } = useLoad(`keys ${unit}`, () => call('listKeys', { params: { unit } }));
  return (
    <>
      <p class="soft">{w.lead}</p>
      {made && <Secret made={made} onStored={() => setMade(undefined)} />}
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && (
        <button type="button" class="button start no-print" onClick={() => setMaking(true)}>
          {w.make}
        </button>
      )}
      {value?.keys.length === 0 && <Nothing>{w.none}</Nothing>}
      {value && value.keys.length > 0 && <Keys keys={value.keys} onEnd={setEnding} />}
      <section class="stack-tight">
        <h2>{w.how}</h2>
        <p>{w.howText}</p>
        <pre class="code">
          {`GET ${location.origin}/api/open/units\nGET ${location.origin}/api/open/figures?year=2026&from=1&to=6&units=${unit}&indicators=registered,passed,pass-rate\nGET ${location.origin}/api/open/units/${unit}/reports?year=2026`}
        </pre>
      </section>
      {isMaking && <MakeForm unit={unit} onMade={setMade} onChanged={reload} onClose={() => setMaking(false)} />}
      {ending && <EndForm unit={unit} ending={ending} onChanged={reload} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function Secret({ made, onStored }: { made: Made; onStored: () => void }) {
  const { toast } = useStaff();
  const w = useReportsWords().keys;
  const { secret } = made;
  if (secret === undefined) {
    return (
      <Notice trouble>
        <p>{w.lost}</p>
      </Notice>
    );
  }
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => toast(w.copied),
      () => undefined,
    );
  return (
    <Notice>
      <p>{w.secret}</p>
      <input
        class="secret"
        readOnly
        aria-label={w.secret}
        value={secret}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div class="row">
        <button type="button" class="tool" onClick={() => void copy()}>
          {w.copy}
        </button>
        <button type="button" class="tool" onClick={onStored}>
          {w.stored}
        </button>
      </div>
    </Notice>
  );
}

function Keys({ keys, onEnd }: { keys: readonly Key[]; onEnd: (key: Key) => void }) {
  const { words } = useStaff();
  const w = useReportsWords().keys;
  const { columns } = w;
  return (
    <div class="card table-card">
      <table class="grid cards-narrow">
        <thead>
          <tr>
            {Object.values(columns).map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span class="visually-hidden">{w.end}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.key}>
              <th scope="row">{key.label}</th>
              <td data-label={columns.state}>
                <span class={key.state === 'valid' ? 'tag' : 'tag over'}>{w.states[key.state]}</span>
              </td>
              <td data-label={columns.until}>{words.date(key.until)}</td>
              <td data-label={columns.usedOn}>{key.usedOn === undefined ? w.never : words.date(key.usedOn)}</td>
              <td data-label={columns.by}>{key.byName ?? '—'}</td>
              <td>
                {key.state === 'valid' && (
                  <button
                    type="button"
                    class="tool grave"
                    aria-label={`${w.end} ${key.label}`}
                    onClick={() => onEnd(key)}
                  >
                    {w.end}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FormProps {
  unit: string;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

function MakeForm({ unit, onMade, onChanged, onClose }: FormProps & { onMade: (made: Made) => void }) {
  const { call, today } = useStaff();
  const w = useReportsWords();
  const request = useRequestId();
  const start = { label: '', until: addDays(today, 365) };
  const send = async (typed: typeof start) => {
    const body = { label: typed.label.trim(), until: typed.until };
    const { secret } = await call('makeKey', { params: { unit }, body: { ...body, request: request.idOf(body) } });
    request.done();
    onMade({ secret });
  };
  const check = ({ label, until }: typeof start): Record<string, string> => ({
    ...(label.trim() === '' || label.trim().length > 60 ? { label: w.keys.labelFault } : {}),
    ...(until < today || until > addDays(today, KEY_DAYS_MOST) ? { until: w.keys.untilFault } : {}),
  });
  return (
    <FormDialog
      title={w.keys.make}
      start={start}
      check={check}
      submit={w.keys.make}
      send={send}
      done={w.done}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField form={form} name="label" label={w.keys.label} hint={w.keys.labelHint} />
          <DayField form={form} name="until" label={w.keys.until} />
        </>
      )}
    </FormDialog>
  );
}

function EndForm({ unit, ending, onChanged, onClose }: FormProps & { ending: Key }) {
  const { call } = useStaff();
  const w = useReportsWords().keys;
  const request = useRequestId();
  const send = async () => {
    const body = { key: ending.key };
    await call('endKey', { params: { unit, key: ending.key }, body: { request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={w.end}
      start={{}}
      tells={() => w.endTell(ending.label)}
      check={() => ({})}
      submit={w.end}
      isGrave
      send={send}
      done={w.ended}
      onChanged={onChanged}
      onClose={onClose}
    >
      {() => null}
    </FormDialog>
  );
}
