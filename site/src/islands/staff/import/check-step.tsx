// Step 3: the dry run. The server says of every sound row what an import would do; nothing is written.
import { useMemo } from 'preact/hooks';
import type { PeopleRow } from '../../../../../functions/domain/imports/row-rules.ts';
import { Counts } from './counts.tsx';
import { type Plan, refusedIn, type Trouble } from './plan.ts';
import { SendingProgress } from './progress.tsx';
import { StepHeading } from './step-heading.tsx';
import { TroubleList } from './trouble-list.tsx';
import { useSending } from './use-sending.ts';
import { useImportWords } from './use-words.ts';

interface Props {
  plan: Plan;
  unit: string;
  onBack: () => void;
  onSend: (rows: PeopleRow[], troubles: Trouble[]) => void;
}

export function CheckStep({ plan, unit, onBack, onSend }: Props) {
  const words = useImportWords();
  const { check, send } = words;
  const sent = useSending(plan.rows, { unit, dry: true });
  const { lines, total, state } = sent;
  const troubles = useMemo(() => allTroubles(plan, sent.lines), [plan, sent.lines]);
  const effective = new Set(
    lines.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').map(({ line }) => line),
  );
  const begin = () =>
    onSend(
      plan.rows.filter(({ line }) => effective.has(line)),
      troubles,
    );
  return (
    <section class="card">
      <StepHeading step={3} />
      <SendingProgress sent={sent} text={check.running(lines.length, total)} stopped={check.stopped} />
      <p role="status">{state === 'done' && check.done}</p>
      <Counts lines={lines} troubles={troubles} words={check.counts} />
      {state === 'done' && effective.size === 0 && <p>{check.nothing}</p>}
      <div class="row">
        {state === 'done' && effective.size > 0 && (
          <button type="button" class="button" onClick={begin}>
            {check.import(effective.size)}
          </button>
        )}
        {state === 'stopped' && (
          <button type="button" class="button" onClick={sent.resume}>
            {send.resume}
          </button>
        )}
        <button type="button" class="button plain" onClick={onBack}>
          {words.back}
        </button>
      </div>
      {state === 'done' && <TroubleList troubles={troubles} />}
    </section>
  );
}

function allTroubles({ rows, troubles }: Plan, lines: Parameters<typeof refusedIn>[0]): Trouble[] {
  return [...troubles, ...refusedIn(lines, rows)].sort((a, b) => a.line - b.line);
}
