// What a human should look at: confirmed by taking the marks back, or put aside on this device. Nothing is blocked by it.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { Trouble } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { type Own, ownIn } from '../door/live-marks.ts';
import { useTeachWords } from '../use-words.ts';
import { useVoids } from './history.tsx';
import type { SessionProps } from './session-props.ts';

type Suspicion = Answer<'listSuspicions'>['suspicions'][number];

type Props = SessionProps & {
  nameOf: (person: string) => string;
  own: ReadonlyMap<string, Own>;
  isOpen: boolean;
  onChanged: () => Promise<void>;
  onHistory: (person: string) => void;
};

export function Suspicions({ session, nameOf, own, isOpen, onChanged, onHistory }: Props) {
  const { call } = useStaff();
  const w = useTeachWords();
  const { value, problem, reload } = useLoad(`suspicions ${session.id}`, () =>
    call('listSuspicions', { params: { session: session.id }, query: {} }),
  );
  const aside = useAside(session.id);
  const [confirming, setConfirming] = useState<Suspicion | undefined>();
  const all = value?.suspicions ?? [];
  const shown = all.filter((one) => !aside.has(keyOf(one)));
  return (
    <section class="card" aria-label={w.suspicions.title}>
      <h2>{w.suspicions.title}</h2>
      <p class="small soft">{w.suspicions.hint}</p>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {value && shown.length === 0 && <p class="soft">{w.suspicions.none}</p>}
      <ul class="list">
        {shown.map((one) => (
          <li key={keyOf(one)} class="item">
            <p>{w.suspicions.codes[one.code](nameOf(one.person), one.people.map(nameOf).join('、'))}</p>
            <div class="row">
              <button type="button" class="tool" onClick={() => onHistory(one.person)}>
                {w.suspicions.look}
              </button>
              <button type="button" class="tool" onClick={() => aside.add(keyOf(one))}>
                {w.suspicions.dismiss}
              </button>
              {isOpen && (
                <button type="button" class="tool grave" onClick={() => setConfirming(one)}>
                  {w.suspicions.confirm}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {all.length > shown.length && (
        <p class="small soft">
          {w.suspicions.dismissed(all.length - shown.length)} · {w.suspicions.dismissHint}
          <button type="button" class="link" onClick={aside.clear}>
            {w.suspicions.again}
          </button>
        </p>
      )}
      {confirming && (
        <ConfirmForm
          session={session.id}
          name={nameOf(confirming.person)}
          own={ownIn(own, confirming.person)}
          onChanged={async () => {
            await Promise.all([reload(), onChanged()]);
          }}
          onClose={() => setConfirming(undefined)}
        />
      )}
    </section>
  );
}

interface ConfirmProps {
  session: string;
  name: string;
  own: Own;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

/** Takes back all marks of the person that count. */
function ConfirmForm({ session, name, own, onChanged, onClose }: ConfirmProps) {
  const { t } = useStaff();
  const w = useTeachWords();
  const voids = useVoids(session);
  const counting = new Set(own.standing.map(({ n }) => n));
  const marks = own.all.filter(({ n }) => counting.has(n));
  return (
    <FormDialog
      title={`${w.suspicions.confirm}：${name}`}
      start={{ why: '' }}
      tells={() => w.suspicions.confirmTell(name, marks.length)}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={w.suspicions.confirm}
      isGrave
      send={async ({ why }) => {
        if (marks.length > 0) await voids(marks, why);
      }}
      done={w.suspicions.confirmDone}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}

/** A doubt is another one when there are other marks. */
function keyOf({ code, person, at, people, session = '' }: Suspicion): string {
  return [code, person, ...at, ...people, session].join(' ');
}

/** What was put aside on this device. */
function useAside(session: string) {
  const name = `teach-aside ${session}`;
  const [keys, setKeys] = useState<readonly string[]>(() => readAside(name));
  const write = (next: readonly string[]) => {
    setKeys(next);
    try {
      localStorage.setItem(name, JSON.stringify(next));
    } catch {
      // Then it is put aside until the page is left.
    }
  };
  return {
    has: (key: string) => keys.includes(key),
    add: (key: string) => write([...keys, key]),
    clear: () => write([]),
  };
}

function readAside(name: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}
