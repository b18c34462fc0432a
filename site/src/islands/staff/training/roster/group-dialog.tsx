// A unit enrols its people: who works there today is listed, what became of each is told line by line.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { can } from '../../../../../../functions/domain/access/can.ts';
import type { ApiProblem } from '../../../../api/client.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { UnitField } from '../../forms/unit-field.tsx';
import { Trouble, Waiting } from '../../parts.tsx';
import { useEverybody } from '../../people/everybody.ts';
import { ancestorsIn } from '../../tree/rows.ts';
import { useRequestId } from '../request-id.ts';
import type { CourseRead } from '../rights.ts';
import { slicesOf } from '../slices.ts';
import { reasonText, useTeachWords } from '../use-words.ts';

/** The contract takes so many at once. */
const AT_ONCE = 50;

type Lines = Answer<'enrolOthers'>['lines'];

interface Props {
  course: CourseRead;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function GroupDialog({ course, onChanged, onClose }: Props) {
  const { words, me, actor } = useStaff();
  const w = useTeachWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const own = me.grants.find(({ unit }) => can.enrolOthers(actor, { ancestors: [unit] }))?.unit;
  const [unit, setUnit] = useState(own ?? '');
  return (
    <dialog ref={dialog} class="form-dialog" aria-labelledby={title} onClose={onClose}>
      <div class="stack">
        <h2 id={title}>{w.roster.group}</h2>
        <UnitField
          label={w.roster.groupUnit}
          hint={w.roster.groupHint}
          value={unit}
          allows={(id, index) => can.enrolOthers(actor, { ancestors: ancestorsIn(index, id) })}
          onPick={setUnit}
        />
        {unit !== '' && (
          <People
            key={unit}
            course={course.course}
            unit={unit}
            onChanged={onChanged}
            onDone={() => dialog.current?.close()}
          />
        )}
        <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
          {words.drill.close}
        </button>
      </div>
    </dialog>
  );
}

interface PeopleProps {
  course: string;
  unit: string;
  onChanged: () => Promise<void>;
  onDone: () => void;
}

function People({ course, unit, onChanged }: PeopleProps) {
  const w = useTeachWords();
  const { value, problem, isLoading, reload } = useEverybody(unit);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const enrolling = useEnrolling({ course, unit, onChanged });
  const people = (value?.workers ?? []).map(({ person, name }) => ({ person, name: name ?? person }));
  const names = new Map(people.map(({ person, name }) => [person, name]));
  const toggle = (person: string) => {
    const next = new Set(picked);
    if (!next.delete(person)) next.add(person);
    setPicked(next);
  };
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  if (isLoading && !value) return <Waiting lines={3} />;
  if (people.length === 0) return <p class="soft">{w.roster.nobody}</p>;
  if (enrolling.lines.length > 0 && !enrolling.isBusy) return <Result lines={enrolling.lines} names={names} />;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (picked.size > 0) void enrolling.run([...picked]);
      }}
    >
      <div class="row">
        <p role="status">{w.roster.picked(picked.size)}</p>
        <button type="button" class="link" onClick={() => setPicked(new Set(people.map(({ person }) => person)))}>
          {w.roster.pickAll}
        </button>
        <button type="button" class="link" onClick={() => setPicked(new Set())}>
          {w.roster.pickNone}
        </button>
      </div>
      <ul class="pick-list">
        {people.map(({ person, name }) => (
          <li key={person}>
            <label class="radio">
              <input type="checkbox" checked={picked.has(person)} onChange={() => toggle(person)} />
              {name}
            </label>
          </li>
        ))}
      </ul>
      {enrolling.problem && <Trouble problem={enrolling.problem} />}
      <button type="submit" class="button" aria-disabled={picked.size === 0 || enrolling.isBusy}>
        {picked.size === 0 ? w.roster.pickSome : `${w.roster.groupSend}（${picked.size}）`}
      </button>
    </form>
  );
}

/** Sends the people in slices; what was sent is not sent again after a failure. */
function useEnrolling({ course, unit, onChanged }: Omit<PeopleProps, 'onDone'>) {
  const { call } = useStaff();
  const request = useRequestId();
  const [lines, setLines] = useState<Lines>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const run = async (people: readonly string[]) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const done = new Set(lines.map(({ person }) => person));
    try {
      for (const slice of slicesOf(
        people.filter((person) => !done.has(person)),
        AT_ONCE,
      )) {
        const body = { unit, people: slice };
        const answer = await call('enrolOthers', {
          params: { course },
          body: { ...body, request: request.idOf(body) },
        });
        request.done();
        setLines((old) => [...old, ...answer.lines]);
      }
    } catch (error) {
      setProblem(error as ApiProblem);
    }
    await onChanged();
    setBusy(false);
  };
  return { lines, isBusy, problem, run };
}

function Result({ lines, names }: { lines: Lines; names: ReadonlyMap<string, string> }) {
  const { t } = useStaff();
  const w = useTeachWords();
  const of = (...outcomes: string[]) => lines.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return (
    <div class="stack" role="status">
      <h3>{w.roster.result}</h3>
      <p>{w.roster.summary(of('enrolled', 'same', 'requested'), of('waiting'), of('refused'))}</p>
      <ul class="list">
        {lines.map(({ person, outcome, reason, position }) => (
          <li key={person} class="item">
            <span class="name">{names.get(person) ?? person}</span>
            <span class={outcome === 'refused' ? 'fault' : ''}>
              {w.roster.outcomes[outcome]}
              {position !== undefined && `，${w.roster.position(position)}`}
              {outcome === 'refused' && `：${reasonText(reason, t, w)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
