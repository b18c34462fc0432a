// All marks of one person at a session, those taken back too; taking one back, or, once the course is closed, proposing a correction.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import type { Mark } from '../door/live-marks.ts';
import { momentOf } from '../moments.ts';
import { useRequestId } from '../request-id.ts';
import { may } from '../rights.ts';
import { reasonText, useTeachWords } from '../use-words.ts';
import type { Attending } from './people.ts';
import { ProposeForm } from './propose-form.tsx';
import type { SessionProps } from './session-props.ts';

type Props = SessionProps & {
  attending: Attending;
  isOpen: boolean;
  byName: (person: string) => string;
  onChanged: () => Promise<void>;
  onClose: () => void;
};

export function History(props: Props) {
  const { course, session, rights, attending, isOpen, byName, onChanged, onClose } = props;
  const { words } = useStaff();
  const w = useTeachWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [voiding, setVoiding] = useState<Mark | undefined>();
  const [isProposing, setProposing] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const { name, own, person } = attending;
  const standing = new Set(own.standing.map(({ n }) => n));
  return (
    <dialog
      ref={dialog}
      class="form-dialog"
      aria-labelledby={title}
      onClose={(event) => event.target === dialog.current && onClose()}
    >
      <div class="stack">
        <h2 id={title}>{w.marks.history(name)}</h2>
        {own.all.length === 0 && <p class="soft">{w.marks.now.none}</p>}
        <ol class="list">
          {own.all.map((mark) => (
            <li key={mark.n} class="item">
              <p>
                {mark.kind === 'void' ? (
                  `${w.marks.void}（${mark.of}）`
                ) : standing.has(mark.n) ? (
                  `${w.kindNames[mark.kind]} ${momentOf(mark.at, words)}`
                ) : (
                  <>
                    <del>
                      {w.kindNames[mark.kind]} {momentOf(mark.at, words)}
                    </del>{' '}
                    {w.marks.voided}
                  </>
                )}
              </p>
              <p class="small soft">
                {w.marks.by(w.marks.hows[mark.how], mark.why)}
                {mark.by && `（${w.marks.byWhom(byName(mark.by), momentOf(mark.receivedAt, words))}）`}
              </p>
              {isOpen && standing.has(mark.n) && (
                <button type="button" class="link start" onClick={() => setVoiding(mark)}>
                  {w.marks.void}
                </button>
              )}
            </li>
          ))}
        </ol>
        {may(course, 'correct') && rights.close && (
          <button type="button" class="button" onClick={() => setProposing(true)}>
            {w.corrections.propose}
          </button>
        )}
        <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
          {words.drill.close}
        </button>
      </div>
      {voiding && (
        <VoidForm session={session.id} mark={voiding} onChanged={onChanged} onClose={() => setVoiding(undefined)} />
      )}
      {isProposing && (
        <ProposeForm
          session={session.id}
          person={person}
          name={name}
          standing={own.standing}
          onChanged={onChanged}
          onClose={() => setProposing(false)}
        />
      )}
    </dialog>
  );
}

interface VoidProps {
  session: string;
  mark: Mark;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

function VoidForm({ session, mark, onChanged, onClose }: VoidProps) {
  const { t, words } = useStaff();
  const w = useTeachWords();
  const voids = useVoids(session);
  const kind = mark.kind === 'void' ? w.marks.void : w.kindNames[mark.kind];
  return (
    <FormDialog
      title={w.marks.void}
      start={{ why: '' }}
      tells={() => w.marks.voidTell(kind, momentOf(mark.at, words))}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={w.marks.void}
      send={({ why }) => voids([mark], why)}
      done={w.marks.voidDone}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}

/** Takes marks back. A line that is refused is said, the others hold. */
export function useVoids(session: string) {
  const { t, call, toast } = useStaff();
  const w = useTeachWords();
  const request = useRequestId();
  return async (marks: readonly Pick<Mark, 'person' | 'n'>[], why: string) => {
    const lines = marks.map(({ person, n }) => ({ kind: 'void' as const, person, of: n }));
    const body = { why: why.trim(), marks: lines };
    const answer = await call('addMarks', { params: { session }, body: { ...body, request: request.idOf(body) } });
    request.done();
    const refused = answer.lines.find(({ outcome }) => outcome === 'refused');
    if (refused) toast(reasonText(refused.reason, t, w));
  };
}
