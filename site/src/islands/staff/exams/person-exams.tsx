// One person's exams as those see them who keep them: what they see themselves, deciding about entries, saying what came, the certificate that follows.
import { useState } from 'preact/hooks';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { EntryForm } from '../../exams/entry-form.tsx';
import { entryText } from '../../exams/result-text.ts';
import type { Entry, ExamsRead, NewExam } from '../../exams/said.ts';
import { Shown } from '../../exams/shown.tsx';
import { Trouble, Waiting } from '../parts.tsx';
import { useRequestId } from '../training/request-id.ts';
import { useLoad } from '../use-load.ts';
import { DecideExam, type Move } from './decide-exam.tsx';
import { GiveCertificate } from './give-certificate.tsx';
import { pathTo } from './route.ts';
import type { KeeperSaid } from './words.ts';

interface Props {
  person: string;
  unit: string;
  said: KeeperSaid;
}

export function PersonExams({ person, unit, said }: Props) {
  const { words, call, page } = useStaff();
  const { s } = said;
  const { value, problem, isLoading, reload } = useLoad(`exams of ${person}`, () =>
    call('readExams', { params: { person } }),
  );
  return (
    <div class="stack">
      <a class="link start no-print" href={page(pathTo({ unit }))}>
        {s.back}
      </a>
      <div>
        <p class="soft small">{s.title}</p>
        <h1 tabIndex={-1} data-arrive>
          {value?.name ?? (problem ? s.title : words.loading)}
        </h1>
      </div>
      {problem?.code === 'not_found' ? (
        <Notice trouble>{s.unknownPerson}</Notice>
      ) : (
        problem && <Trouble problem={problem} onRetry={() => void reload()} />
      )}
      {isLoading && !value && <Waiting />}
      {value && <Kept read={value} said={said} onChanged={reload} />}
    </div>
  );
}

type Open = { entry: Entry; move: Move | 'put' } | { give: ExamsRead['due'][number] };

interface KeptProps {
  read: ExamsRead;
  said: KeeperSaid;
  onChanged: () => Promise<void>;
}

function Kept({ read, said, onChanged }: KeptProps) {
  const { words } = useStaff();
  const { s } = said;
  const [open, setOpen] = useState<Open | undefined>();
  const close = () => setOpen(undefined);
  const due = read.due.map((one) => (
    <Notice key={one.level}>
      <p>{s.dueNotice(words.levelNames[one.level], one.year)}</p>
      {one.givable && (
        <button type="button" class="button" onClick={() => setOpen({ give: one })}>
          {s.give}
        </button>
      )}
    </Notice>
  ));
  const acts = (entry: Entry) =>
    open !== undefined &&
    'move' in open &&
    open.move === 'put' &&
    open.entry.year === entry.year &&
    open.entry.level === entry.level ? (
      <Saying {...{ read, said, entry, onChanged }} onClose={close} />
    ) : (
      <Acts entry={entry} said={said} onPick={(move) => setOpen({ entry, move })} />
    );
  return (
    <>
      <Shown read={read} said={said} due={due} acts={acts} />
      {read.addable && (
        <section class="card no-print" aria-labelledby="add-exam">
          <h2 id="add-exam">{s.add(read.name)}</h2>
          <p class="soft">{s.addLead}</p>
          <Saying {...{ read, said, onChanged }} />
        </section>
      )}
      {open && 'give' in open && <GiveCertificate {...{ read, said, onChanged }} due={open.give} onClose={close} />}
      {open && 'move' in open && open.move !== 'put' && (
        <DecideExam {...{ read, said, onChanged }} entry={open.entry} move={open.move} onClose={close} />
      )}
    </>
  );
}

interface SayingProps extends KeptProps {
  entry?: Entry;
  onClose?: () => void;
}

/** The form with the one thing that staff say besides: that they have seen the original. */
function Saying({ read, said, entry, onChanged, onClose }: SayingProps) {
  const { call, toast, device, me } = useStaff();
  const request = useRequestId();
  const [isSeen, setSeen] = useState(false);
  const { person, version, today } = read;
  // Nobody confirms their own.
  const mayConfirm =
    read.confirmable &&
    person !== me.person &&
    me.grants.some(({ actions }) => actions.some(({ action }) => action === 'confirmExams'));
  const send = async ({ request: _, ...rest }: NewExam) => {
    const body = { ...rest, ...(isSeen && mayConfirm && { confirmed: true as const }) };
    await call('putExam', { params: { person }, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <>
      {mayConfirm && (
        <label class="radio">
          <input type="checkbox" checked={isSeen} onChange={(event) => setSeen(event.currentTarget.checked)} />
          {said.s.confirmed}
        </label>
      )}
      <EntryForm
        {...{ today, version, said, send, entry, newId: device.newId }}
        {...(onClose && { onClose })}
        onConflict={() => void onChanged()}
        onDone={() => {
          toast(said.s.saved);
          onClose?.();
          void onChanged();
        }}
      />
    </>
  );
}

function Acts({ entry, said, onPick }: { entry: Entry; said: KeeperSaid; onPick: (move: Move | 'put') => void }) {
  const { s, w } = said;
  const what = entryText(entry, said);
  const nameOf = (move: Move | 'put') => (move === 'put' ? w.change : s.acts[move]);
  return (
    <div class="row no-print">
      {entry.moves.map((move) => (
        <button
          key={move}
          type="button"
          class={move === 'refuse' || move === 'withdraw' ? 'tool grave' : 'tool'}
          aria-label={s.actOn(nameOf(move), what)}
          onClick={() => onPick(move)}
        >
          {nameOf(move)}
        </button>
      ))}
    </div>
  );
}
