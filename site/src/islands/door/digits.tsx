// The other way in: the six digits on the trainer's screen, for one of the sessions whose doors are open.
import { useState } from 'preact/hooks';
import { CODE_KINDS, type CodeKind } from '../../../../functions/domain/door/codes.ts';
import type { Instant } from '../../../../functions/domain/time.ts';
import { Choice, Notice, Select } from '../../shell/parts.tsx';
import { type AtHand, heldSessions, isOpen, likelyKind } from '../training/doors.ts';
import { timeText } from '../training/moments.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { useDoorWords } from './words.ts';

export interface Typed {
  session: string;
  kind: CodeKind;
  digits: string;
}

export function Digits({
  person,
  session,
  onTyped,
}: {
  person: string;
  session: string | undefined;
  onTyped: (typed: Typed) => void;
}) {
  const { t, words, call } = useTraining();
  const d = useDoorWords();
  const loaded = useLoad(person, () => call('listMyTraining', { params: { person } }));
  if (loaded.state === 'loading') return <p class="soft">{t.loading}</p>;
  if (loaded.state === 'failed') {
    return (
      <>
        <Notice>{d.sessionsFailed}</Notice>
        <button type="button" class="button plain wide" onClick={loaded.again}>
          {words.retry}
        </button>
      </>
    );
  }
  const { enrolments, now } = loaded.answer;
  const open = heldSessions(enrolments).filter((at) => isOpen(at.session, now));
  if (open.length === 0) return <p class="soft">{d.noSessions}</p>;
  return <Form open={open} now={now} wanted={session} onTyped={onTyped} />;
}

interface FormProps {
  open: readonly AtHand[];
  now: Instant;
  wanted: string | undefined;
  onTyped: (typed: Typed) => void;
}

function Form({ open, now, wanted, onTyped }: FormProps) {
  const { t } = useTraining();
  const d = useDoorWords();
  const first = open.find(({ session }) => session.id === wanted) ?? open[0];
  const [session, setSession] = useState(first?.session.id ?? '');
  const [kind, setKind] = useState<CodeKind>(first === undefined ? 'in' : likelyKind(first.session, now));
  const [digits, setDigits] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const plain = digits.normalize('NFKC').replace(/\s/g, '');
    const isFit = /^\d{6}$/.test(plain);
    setFaulty(!isFit);
    if (isFit) onTyped({ session, kind, digits: plain });
  };
  return (
    <form class="stack-tight" onSubmit={submit} noValidate>
      <Select
        label={d.session}
        value={session}
        options={open.map((at) => ({
          value: at.session.id,
          text: `${timeText(at.session, { t })} ${at.course.title}`,
        }))}
        onPick={setSession}
      />
      <Choice
        legend={d.kind}
        name="kind"
        options={CODE_KINDS}
        label={(one) => d.kinds[one]}
        value={kind}
        onPick={setKind}
      />
      <label class="field">
        <span>{d.digitsLabel}</span>
        <input
          class="digits"
          inputMode="numeric"
          autocomplete="off"
          maxLength={12}
          value={digits}
          aria-invalid={isFaulty}
          onInput={(event) => setDigits(event.currentTarget.value)}
        />
      </label>
      {isFaulty && <Notice trouble>{d.digitsFault}</Notice>}
      <button type="submit" class="button wide">
        {d.send}
      </button>
    </form>
  );
}
