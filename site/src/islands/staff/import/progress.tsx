// How far the sending is, and what stands in its way. Screen readers hear of its beginning, its stops and its end, not of every slice.
import { Trouble } from '../parts.tsx';
import type { Sent } from './use-sending.ts';

interface Props {
  sent: Pick<Sent<unknown>, 'lines' | 'total' | 'state' | 'problem'>;
  text: string;
  /** What is said while it stands still. */
  stopped: string;
}

export function SendingProgress({ sent, text, stopped }: Props) {
  const { lines, total, state, problem } = sent;
  if (state === 'done') return null;
  return (
    <div class="stack-tight">
      <label class="sending">
        <span>{text}</span>
        <progress max={Math.max(1, total)} value={lines.length} />
      </label>
      <div role="status">
        {state === 'stopped' &&
          (problem === undefined ? <p>{stopped}</p> : <Stopped problem={problem} text={stopped} />)}
      </div>
    </div>
  );
}

function Stopped({ problem, text }: { problem: NonNullable<Sent['problem']>; text: string }) {
  return (
    <>
      <Trouble problem={problem} />
      <p>{text}</p>
    </>
  );
}
