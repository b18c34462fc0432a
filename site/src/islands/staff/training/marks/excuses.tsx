// Leaves that were asked for at a session, and the decision on each.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import type { TeachWords } from '../../../../words/zh-teach.ts';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { Trouble } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { momentOf } from '../moments.ts';
import { useTeachWords } from '../use-words.ts';
import type { SessionProps } from './session-props.ts';

type Excuse = Answer<'listExcuses'>['excuses'][number];
type Decision = 'granted' | 'refused';

export function Excuses({ session, rights, nameOf }: SessionProps & { nameOf: (person: string) => string }) {
  const { call, me, words } = useStaff();
  const w = useTeachWords();
  const { value, problem, reload } = useLoad(`excuses ${session.id}`, () =>
    call('listExcuses', { params: { session: session.id }, query: {} }),
  );
  const [open, setOpen] = useState<{ person: string; decision: Decision } | undefined>();
  const list = (value?.excuses ?? []).toSorted((a, b) => Number(b.state === 'asked') - Number(a.state === 'asked'));
  // By the person, so that a form that is open is about what was read last.
  const opened = list.find(({ person }) => person === open?.person);
  const byName = (one: Excuse, id: string) => {
    if (id === one.person) return nameOf(id);
    return value?.names[id] ?? (id === me.person ? w.report.me : w.report.staff);
  };
  return (
    <section class="card" aria-label={w.excuses.title}>
      <h2>{w.excuses.title}</h2>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {value && list.length === 0 && <p class="soft">{w.excuses.none}</p>}
      <ul class="list">
        {list.map((one) => (
          <li key={one.person} class="item">
            <p class="name">
              {nameOf(one.person)} <span class="tag over">{w.excuses.states[one.state]}</span>
            </p>
            {one.steps.map(({ at, by, state, why }) => (
              <p key={at} class="small soft">
                {w.excuses.step(byName(one, by), momentOf(at, words), stepName(state, w), why)}
              </p>
            ))}
            {one.state === 'asked' && rights.door && (
              <div class="row">
                <button type="button" class="tool" onClick={() => setOpen({ person: one.person, decision: 'granted' })}>
                  {w.excuses.grant}
                  <span class="visually-hidden">：{nameOf(one.person)}</span>
                </button>
                <button
                  type="button"
                  class="tool grave"
                  onClick={() => setOpen({ person: one.person, decision: 'refused' })}
                >
                  {w.excuses.refuse}
                  <span class="visually-hidden">：{nameOf(one.person)}</span>
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open && opened && (
        <DecideExcuse
          session={session.id}
          one={opened}
          decision={open.decision}
          name={nameOf(opened.person)}
          onChanged={reload}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

/** A step's name; the code itself for one that this page does not know. */
function stepName(state: string, w: TeachWords): string {
  const known: Readonly<Record<string, string>> = w.excuses.steps;
  return known[state] ?? state;
}

interface DecideProps {
  session: string;
  one: Excuse;
  decision: Decision;
  name: string;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

function DecideExcuse({ session, one, decision, name, onChanged, onClose }: DecideProps) {
  const { t, call } = useStaff();
  const w = useTeachWords();
  const act = decision === 'granted' ? w.excuses.grant : w.excuses.refuse;
  return (
    <FormDialog
      title={w.excuses.who(act, name)}
      start={{ why: '' }}
      tells={() => w.excuses.tells[decision](name)}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={act}
      send={({ why }) =>
        call('decideExcuse', {
          params: { session, person: one.person },
          body: { version: one.version, decision, why: why.trim() },
        })
      }
      done={w.excuses.done[decision]}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}
