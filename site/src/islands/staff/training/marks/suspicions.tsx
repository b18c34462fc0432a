// What a human should look at, and what humans have said about it: by whom, when and why. Nothing is blocked by a sign.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../../shell/staff.tsx';
import { clockText } from '../../../me/moment.ts';
import { Trouble } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { type Own, ownIn } from '../door/live-marks.ts';
import { momentOf } from '../moments.ts';
import { useTeachWords } from '../use-words.ts';
import { DecideSuspicion, type Suspicion, type SuspicionDecision } from './decide-suspicion.tsx';
import type { SessionProps } from './session-props.ts';

type Props = SessionProps & {
  nameOf: (person: string) => string;
  own: ReadonlyMap<string, Own>;
  isOpen: boolean;
  onChanged: () => Promise<void>;
  onHistory: (person: string) => void;
};

export function Suspicions({ session, rights, nameOf, own, isOpen, onChanged, onHistory }: Props) {
  const { call, me } = useStaff();
  const w = useTeachWords();
  const { value, problem, reload } = useLoad(`suspicions ${session.id}`, () =>
    call('listSuspicions', { params: { session: session.id }, query: {} }),
  );
  const [open, setOpen] = useState<{ id: string; decision: SuspicionDecision } | undefined>();
  const all = value?.suspicions ?? [];
  // By its id, so that a form that is open is about what was read last.
  const opened = all.find(({ suspicion }) => suspicion === open?.id);
  const waiting = all.filter(({ version }) => version === 0);
  const decided = all.filter(({ version }) => version > 0);
  const byName = (id: string) => value?.names[id] ?? (id === me.person ? w.report.me : w.report.staff);
  const lineOf = (one: Suspicion) => (
    <Line
      key={one.suspicion}
      one={one}
      {...{ nameOf, byName, onHistory }}
      mayDecide={rights.door && one.person !== me.person}
      onDecide={(decision) => setOpen({ id: one.suspicion, decision })}
    />
  );
  return (
    <section class="card" aria-label={w.suspicions.title}>
      <h2>{w.suspicions.title}</h2>
      <p class="small soft">{w.suspicions.hint}</p>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {value && waiting.length === 0 && <p class="soft">{w.suspicions.none(decided.length)}</p>}
      <ul class="list">{waiting.map(lineOf)}</ul>
      {decided.length > 0 && (
        <details>
          <summary>{w.suspicions.decided(decided.length)}</summary>
          <ul class="list">{decided.map(lineOf)}</ul>
        </details>
      )}
      {open && opened && (
        <DecideSuspicion
          session={session.id}
          one={opened}
          decision={open.decision}
          name={nameOf(opened.person)}
          own={ownIn(own, opened.person)}
          isOpen={isOpen}
          onChanged={async () => {
            await Promise.all([reload(), onChanged()]);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

interface LineProps {
  one: Suspicion;
  nameOf: (person: string) => string;
  byName: (person: string) => string;
  mayDecide: boolean;
  onHistory: (person: string) => void;
  onDecide: (decision: SuspicionDecision) => void;
}

function Line({ one, nameOf, byName, mayDecide, onHistory, onDecide }: LineProps) {
  const { words } = useStaff();
  const w = useTeachWords();
  const name = nameOf(one.person);
  const last = one.steps.at(-1)?.decision;
  return (
    <li class="item">
      <p>
        {w.suspicions.codes[one.code](name, one.people.map(nameOf).join('、'))}{' '}
        {last && <span class="tag over">{w.suspicions.states[last]}</span>}
      </p>
      <p class="small soft">{w.suspicions.at(one.at.map(clockText).join('、'))}</p>
      {one.steps.map(({ decision, by, at, why }) => (
        <p key={at} class="small soft">
          {w.suspicions.step(byName(by), momentOf(at, words), w.suspicions.states[decision], why)}
        </p>
      ))}
      {last === 'confirmed' && <p class="small">{one.stands ? w.suspicions.counts : w.suspicions.countsNot}</p>}
      <div class="row">
        <button type="button" class="tool" onClick={() => onHistory(one.person)}>
          {w.suspicions.look}
          <span class="visually-hidden">：{name}</span>
        </button>
        {mayDecide &&
          (['dismissed', 'confirmed'] as const)
            .filter((decision) => decision !== last)
            .map((decision) => (
              <button
                key={decision}
                type="button"
                class={decision === 'confirmed' ? 'tool grave' : 'tool'}
                onClick={() => onDecide(decision)}
              >
                {last === undefined ? w.suspicions.acts[decision] : w.suspicions.change(w.suspicions.acts[decision])}
                <span class="visually-hidden">：{name}</span>
              </button>
            ))}
      </div>
    </li>
  );
}
