// The dry run: the server says of every sound row what an import would do; nothing is written.
import { useMemo } from 'preact/hooks';
import { useStaff } from '../../../../shell/staff.tsx';
import { Counts } from '../../import/counts.tsx';
import { SendingProgress } from '../../import/progress.tsx';
import { untilTaken } from '../../import/send.ts';
import { Heading } from '../../import/step-heading.tsx';
import { useSlices, wait } from '../../import/use-sending.ts';
import { allTroubles, type WorkPlan, workSlices } from './plan.ts';
import { TroubleList } from './trouble-list.tsx';
import { useStationImportWords } from './words.ts';

interface Props {
  name: string;
  plan: WorkPlan;
  unit: string;
  onBack: () => void;
  /** With the rows alone that are new. */
  onSend: (plan: WorkPlan) => void;
}

export function CheckStep({ name, plan, unit, onBack, onSend }: Props) {
  const { call } = useStaff();
  const { step, file, check, send, outcomes } = useStationImportWords();
  const slices = useMemo(() => workSlices(plan.rows), [plan]);
  const sent = useSlices(slices, (rows) =>
    untilTaken(async () => (await call('importWork', { params: { unit }, body: { dry: true, rows } })).lines, wait),
  );
  const { lines, total, state } = sent;
  const troubles = useMemo(() => allTroubles(plan, lines), [plan, lines]);
  const fresh = new Set(lines.filter(({ outcome }) => outcome === 'new').map(({ line }) => line));
  const begin = () => onSend({ ...plan, rows: plan.rows.filter(({ line }) => fresh.has(line)), troubles });
  return (
    <section class="card">
      <Heading step={2} text={step(2)} />
      <p>{file.chosen(name)}</p>
      {plan.unread.length > 0 && <p class="small soft">{check.unread(plan.unread)}</p>}
      <SendingProgress sent={sent} text={check.running(lines.length, total)} stopped={check.stopped} />
      <p role="status">{state === 'done' && check.done}</p>
      <Counts lines={lines} troubles={troubles} words={outcomes} />
      {state === 'done' && fresh.size === 0 && <p>{check.nothing}</p>}
      <div class="row">
        {state === 'done' && fresh.size > 0 && (
          <button type="button" class="button" onClick={begin}>
            {check.import(fresh.size)}
          </button>
        )}
        {state === 'stopped' && (
          <button type="button" class="button" onClick={sent.resume}>
            {send.resume}
          </button>
        )}
        <button type="button" class="button plain" onClick={onBack}>
          {check.other}
        </button>
      </div>
      {state === 'done' && <TroubleList troubles={troubles} />}
    </section>
  );
}
