// The corrections of a session: what is proposed by whom and why, and the decision of another person.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { Trouble } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { momentOf } from '../moments.ts';
import { useTeachWords } from '../use-words.ts';
import type { SessionProps } from './session-props.ts';

type Correction = Answer<'listCorrections'>['corrections'][number];
type Props = SessionProps & { nameOf: (person: string) => string; onChanged: () => Promise<void> };

export function Corrections({ session, rights, nameOf, onChanged }: Props) {
  const { call, me, words } = useStaff();
  const w = useTeachWords();
  const { value, problem, reload } = useLoad(`corrections ${session.id}`, () =>
    call('listCorrections', { params: { session: session.id }, query: {} }),
  );
  const [open, setOpen] = useState<{ one: Correction; decision: 'approved' | 'refused' } | undefined>();
  const list = value?.corrections ?? [];
  const byName = (id: string) => value?.names[id] ?? (id === me.person ? w.report.me : w.report.staff);
  return (
    <section class="card" aria-label={w.corrections.title}>
      <h2>{w.corrections.title}</h2>
      <p class="small soft">{w.corrections.hint}</p>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {value && list.length === 0 && <p class="soft">{w.corrections.none}</p>}
      <ul class="list">
        {list.map((one) => (
          <li key={one.correction} class="item">
            <p class="name">
              {nameOf(one.person)} <span class="tag over">{w.corrections.states[one.state]}</span>
            </p>
            {one.marks.map((mark) => (
              <p key={JSON.stringify(mark)}>
                {mark.kind === 'void'
                  ? `${w.marks.void}（${mark.of}）`
                  : w.corrections.add(w.kindNames[mark.kind], momentOf(mark.at, words))}
              </p>
            ))}
            <p class="small soft">{w.corrections.asked(byName(one.by), momentOf(one.at, words), one.why)}</p>
            {one.decided && (
              <p class="small soft">
                {w.corrections.decided(
                  byName(one.decided.by),
                  momentOf(one.decided.at, words),
                  w.corrections.states[one.state],
                  one.decided.why,
                )}
              </p>
            )}
            {one.state === 'proposed' && one.by === me.person && <p class="small">{w.corrections.own}</p>}
            {one.state === 'proposed' && one.by !== me.person && rights.approve && (
              <div class="row">
                <button type="button" class="tool" onClick={() => setOpen({ one, decision: 'approved' })}>
                  {w.corrections.approve}
                  <span class="visually-hidden">：{nameOf(one.person)}</span>
                </button>
                <button type="button" class="tool grave" onClick={() => setOpen({ one, decision: 'refused' })}>
                  {w.corrections.refuse}
                  <span class="visually-hidden">：{nameOf(one.person)}</span>
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <DecideCorrection
          session={session.id}
          {...open}
          name={nameOf(open.one.person)}
          onChanged={async () => {
            await Promise.all([reload(), onChanged()]);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

interface DecideProps {
  session: string;
  one: Correction;
  decision: 'approved' | 'refused';
  name: string;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

function DecideCorrection({ session, one, decision, name, onChanged, onClose }: DecideProps) {
  const { t, call } = useStaff();
  const w = useTeachWords();
  const act = decision === 'approved' ? w.corrections.approve : w.corrections.refuse;
  return (
    <FormDialog
      title={`${act}：${name}`}
      start={{ why: '' }}
      tells={() => w.corrections.tells[decision]}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={act}
      send={({ why }) =>
        call('decideCorrection', {
          params: { session, correction: one.correction },
          body: { decision, why: why.trim() },
        })
      }
      done={w.corrections.done[decision]}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}
