// Steps 4 and 5: the import with its progress, and what came of it.
import { useMemo } from 'preact/hooks';
import { useStaff } from '../../../../shell/staff.tsx';
import { Counts } from '../../import/counts.tsx';
import { SendingProgress } from '../../import/progress.tsx';
import { untilTaken } from '../../import/send.ts';
import { useSlices, wait } from '../../import/use-sending.ts';
import { pathTo } from '../route.ts';
import { allTroubles, examSlices, type Sending } from './plan.ts';
import { StepHeading } from './step-heading.tsx';
import { TroubleList } from './trouble-list.tsx';
import { useExamsImportWords } from './words.ts';

interface Props {
  sending: Sending;
  unit: string;
  onAgain: () => void;
}

export function SendStep({ sending, unit, onAgain }: Props) {
  const { call, page } = useStaff();
  const { send, result, outcomes } = useExamsImportWords();
  const { rows, replaced, why } = sending;
  const slices = useMemo(() => examSlices(rows, replaced), [rows, replaced]);
  const sent = useSlices(slices, (slice) => {
    // A slice is of lines that write over what was confirmed, or of others: see `examSlices`.
    const isReplacing = slice.some(({ line }) => replaced.has(line));
    const body = { dry: false, rows: slice, ...(isReplacing && { replace: why }) };
    return untilTaken(async () => (await call('importExams', { params: { unit }, body })).lines, wait);
  });
  const troubles = useMemo(
    () => allTroubles({ rows, troubles: sending.troubles }, sent.lines),
    [rows, sending.troubles, sent.lines],
  );
  if (sent.state !== 'done') {
    return (
      <section class="card">
        <StepHeading step={4} />
        <SendingProgress
          sent={sent}
          text={send.running(sent.lines.length, sent.total)}
          stopped={sent.problem === undefined ? send.paused : send.stopped}
        />
        <div>
          <button
            type="button"
            class={sent.state === 'running' ? 'button plain' : 'button'}
            onClick={sent.state === 'running' ? sent.pause : sent.resume}
          >
            {sent.state === 'running' ? send.pause : send.resume}
          </button>
        </div>
        <p class="small soft">{send.safe}</p>
      </section>
    );
  }
  return (
    <section class="card">
      <StepHeading step={5} />
      <p role="status">{result.done}</p>
      <Counts lines={sent.lines} troubles={troubles} words={outcomes} />
      {troubles.length > 0 && <p>{result.fix}</p>}
      <div class="row">
        <a class="button" href={page(pathTo({ unit }))}>
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
