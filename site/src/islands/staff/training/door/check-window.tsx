// A random check: opened for some minutes in which everybody in the room scans once more.
import { useState } from 'preact/hooks';
import { msOf } from '../../../../../../functions/domain/time.ts';
import type { ApiProblem } from '../../../../api/client.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { clockText } from '../../../me/moment.ts';
import { Trouble } from '../../parts.tsx';
import { useRequestId } from '../request-id.ts';
import { useTeachWords } from '../use-words.ts';
import type { DoorCodes } from './use-codes.ts';

const LENGTHS = [3, 5, 10, 15] as const;

export function CheckWindow({ session, codes }: { session: string; codes: DoorCodes }) {
  const { call, toast } = useStaff();
  const w = useTeachWords();
  const request = useRequestId();
  const [minutes, setMinutes] = useState(5);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [isBusy, setBusy] = useState(false);
  const open = codes.windows.findLast(({ from, until }) => msOf(from) <= codes.nowMs && codes.nowMs <= msOf(until));
  const start = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const body = { minutes };
    await call('openWindow', { params: { session }, body: { ...body, request: request.idOf(body) } }).then(
      () => {
        request.done();
        codes.refresh();
        toast(w.door.checkStarted);
      },
      (failed: ApiProblem) => setProblem(failed),
    );
    setBusy(false);
  };
  return (
    <div class="stack-tight">
      <p role="status">{open ? w.door.checkOpen(clockText(open.until)) : w.door.checkNone}</p>
      {problem && <Trouble problem={problem} />}
      {!open && (
        <div class="row">
          <label class="field">
            <span class="small soft">{w.door.checkMinutes}</span>
            <select value={minutes} onChange={(event) => setMinutes(Number(event.currentTarget.value))}>
              {LENGTHS.map((length) => (
                <option key={length} value={length}>
                  {length}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => void start()}>
            {w.door.startCheck}
          </button>
        </div>
      )}
    </div>
  );
}
