// Step 3: the dry run. The server says of every sound row what an import would do; what contradicts a confirmed result is for a human to decide.
import { useMemo, useState } from 'preact/hooks';
import { useStaff } from '../../../../shell/staff.tsx';
import { Counts } from '../../import/counts.tsx';
import { SendingProgress } from '../../import/progress.tsx';
import { untilTaken } from '../../import/send.ts';
import { useSlices, wait } from '../../import/use-sending.ts';
import { Conflicts } from './conflicts.tsx';
import { allTroubles, type ExamPlan, examSlices, type Sending } from './plan.ts';
import { StepHeading } from './step-heading.tsx';
import { TroubleList } from './trouble-list.tsx';
import { useExamsImportWords } from './words.ts';

interface Props {
  plan: ExamPlan;
  unit: string;
  onBack: () => void;
  onSend: (sending: Sending) => void;
}

const WHY_LEAST = 2;

export function CheckStep({ plan, unit, onBack, onSend }: Props) {
  const { call } = useStaff();
  const { check, send, previous, outcomes } = useExamsImportWords();
  const slices = useMemo(() => examSlices(plan.rows, new Set()), [plan]);
  const sent = useSlices(slices, (rows) =>
    untilTaken(async () => (await call('importExams', { params: { unit }, body: { dry: true, rows } })).lines, wait),
  );
  const { lines, total, state } = sent;
  const troubles = useMemo(() => allTroubles(plan, lines), [plan, lines]);
  const [replaced, setReplaced] = useState<ReadonlySet<number>>(new Set());
  const [why, setWhy] = useState('');
  const [isShort, setShort] = useState(false);
  const conflicts = lines.filter(({ outcome }) => outcome === 'conflict');
  const writes = lines.filter(({ outcome, line }) => outcome === 'new' || outcome === 'changed' || replaced.has(line));
  const begin = () => {
    const isLacking = replaced.size > 0 && [...why.trim()].length < WHY_LEAST;
    setShort(isLacking);
    if (isLacking) return;
    const wanted = new Set(writes.map(({ line }) => line));
    onSend({ plan, rows: plan.rows.filter(({ line }) => wanted.has(line)), replaced, why: why.trim(), troubles });
  };
  return (
    <section class="card">
      <StepHeading step={3} />
      <SendingProgress sent={sent} text={check.running(lines.length, total)} stopped={check.stopped} />
      <p role="status">{state === 'done' && check.done}</p>
      <Counts lines={lines} troubles={troubles} words={outcomes} />
      {state === 'done' && conflicts.length > 0 && (
        <Conflicts
          {...{ plan, replaced, why }}
          lines={conflicts}
          fault={isShort ? check.whyFault : undefined}
          onReplaced={setReplaced}
          onWhy={(text) => {
            setWhy(text);
            setShort(false);
          }}
        />
      )}
      {state === 'done' && writes.length === 0 && <p>{check.nothing}</p>}
      <div class="row">
        {state === 'done' && writes.length > 0 && (
          <button type="button" class="button" onClick={begin}>
            {check.import(writes.length)}
          </button>
        )}
        {state === 'stopped' && (
          <button type="button" class="button" onClick={sent.resume}>
            {send.resume}
          </button>
        )}
        <button type="button" class="button plain" onClick={onBack}>
          {previous}
        </button>
      </div>
      {state === 'done' && <TroubleList troubles={troubles} />}
    </section>
  );
}
