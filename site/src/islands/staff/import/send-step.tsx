// Steps 4 and 5: the import with its progress, and what came of it.
import { useMemo } from 'preact/hooks';
import type { PeopleRow } from '../../../../../functions/domain/imports/row-rules.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { addressOf } from '../route.ts';
import { Counts } from './counts.tsx';
import { refusedIn, type Trouble } from './plan.ts';
import { SendingProgress } from './progress.tsx';
import { StepHeading } from './step-heading.tsx';
import { TroubleList } from './trouble-list.tsx';
import { type Sent, useSending } from './use-sending.ts';
import { useImportWords } from './use-words.ts';

interface Props {
  rows: PeopleRow[];
  /** What was wrong before anything was written. */
  troubles: readonly Trouble[];
  unit: string;
  onAgain: () => void;
}

export function SendStep({ rows, troubles, unit, onAgain }: Props) {
  const { send } = useImportWords();
  const sent = useSending(rows, { unit, dry: false });
  const all = useMemo(
    () => [...troubles, ...refusedIn(sent.lines, rows)].sort((a, b) => a.line - b.line),
    [troubles, rows, sent.lines],
  );
  if (sent.state === 'done') return <Result {...{ sent, unit, onAgain }} troubles={all} />;
  return (
    <section class="card">
      <StepHeading step={4} />
      <SendingProgress
        sent={sent}
        text={send.running(sent.lines.length, sent.total)}
        stopped={sent.problem === undefined ? send.paused : send.stopped}
      />
      <div>
        {sent.state === 'running' ? (
          <button type="button" class="button plain" onClick={sent.pause}>
            {send.pause}
          </button>
        ) : (
          <button type="button" class="button" onClick={sent.resume}>
            {send.resume}
          </button>
        )}
      </div>
      <p class="small soft">{send.safe}</p>
    </section>
  );
}

function Result({ sent, troubles, unit, onAgain }: Omit<Props, 'rows'> & { sent: Sent }) {
  const { page } = useStaff();
  const { result } = useImportWords();
  const isElsewhere = troubles.some(({ code }) => code === 'employed-elsewhere');
  return (
    <section class="card">
      <StepHeading step={5} />
      <p role="status">{result.done}</p>
      <Counts lines={sent.lines} troubles={troubles} words={result.counts} />
      {troubles.length > 0 && <p>{result.fix}</p>}
      {isElsewhere && <p>{result.elsewhere}</p>}
      <div class="row">
        <a class="button" href={page(addressOf({ page: 'people', unit }))}>
          {result.people}
        </a>
        <button type="button" class="button plain" onClick={onAgain}>
          {result.again}
        </button>
      </div>
      <TroubleList troubles={troubles} />
    </section>
  );
}
