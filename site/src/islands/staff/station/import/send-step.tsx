// The import with its progress, and what came of it.
import { useMemo } from 'preact/hooks';
import { useStaff } from '../../../../shell/staff.tsx';
import { Counts } from '../../import/counts.tsx';
import { SendingProgress } from '../../import/progress.tsx';
import { untilTaken } from '../../import/send.ts';
import { Heading } from '../../import/step-heading.tsx';
import { useSlices, wait } from '../../import/use-sending.ts';
import { addressOf } from '../route.ts';
import { allTroubles, type WorkPlan, workSlices } from './plan.ts';
import { TroubleList } from './trouble-list.tsx';
import { useStationImportWords } from './words.ts';

interface Props {
  plan: WorkPlan;
  unit: string;
  onAgain: () => void;
}

export function SendStep({ plan, unit, onAgain }: Props) {
  const { call, page } = useStaff();
  const { step, send, result, outcomes } = useStationImportWords();
  const slices = useMemo(() => workSlices(plan.rows), [plan]);
  const sent = useSlices(slices, (rows) =>
    untilTaken(async () => (await call('importWork', { params: { unit }, body: { dry: false, rows } })).lines, wait),
  );
  const { lines, total, state } = sent;
  const troubles = useMemo(() => allTroubles(plan, lines), [plan, lines]);
  if (state !== 'done') {
    const isRunning = state === 'running';
    return (
      <section class="card">
        <Heading step={3} text={step(3)} />
        <SendingProgress
          sent={sent}
          text={send.running(lines.length, total)}
          stopped={sent.problem === undefined ? send.paused : send.stopped}
        />
        <div>
          <button
            type="button"
            class={isRunning ? 'button plain' : 'button'}
            onClick={isRunning ? sent.pause : sent.resume}
          >
            {isRunning ? send.pause : send.resume}
          </button>
        </div>
        <p class="small soft">{send.safe}</p>
      </section>
    );
  }
  const last = plan.rows.reduce((day, row) => (row.day > day ? row.day : day), '');
  return (
    <section class="card">
      <Heading step={4} text={step(4)} />
      <p role="status">{result.done}</p>
      <Counts lines={lines} troubles={troubles} words={outcomes} />
      {troubles.length > 0 && <p>{result.fix}</p>}
      <div class="row">
        <a class="button" href={page(addressOf({ view: 'sheet', unit, month: last.slice(0, 7) }))}>
          {result.list}
        </a>
        <button type="button" class="button plain" onClick={onAgain}>
          {result.again}
        </button>
      </div>
      <TroubleList troubles={troubles} />
    </section>
  );
}
