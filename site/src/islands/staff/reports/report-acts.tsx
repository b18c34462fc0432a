// What one can do to a report now: each act says what will happen; making its figures shows how far it is.
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../../../api/client.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { WhyField } from '../forms/fields.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { Trouble } from '../parts.tsx';
import { useRequestId } from '../training/request-id.ts';
import type { Read } from './answers.ts';
import { ChoiceFields, choiceFault, selectionOf } from './begin-form.tsx';
import { useReportsWords } from './words.ts';

type Move = Read['moves'][number];
type Asked = Exclude<Move, 'make' | 'edit'>;

interface Props {
  value: Read;
  onChanged: () => Promise<void>;
}

/** What is asked for first where several acts are offered. */
const FIRST: readonly Move[] = ['sign', 'countersign', 'send', 'receive', 'make'];
/** What cannot be taken back. */
const GRAVE: readonly Move[] = ['countersign', 'drop', 'return'];
const REASONED: readonly Move[] = ['reopen', 'return'];

export function ReportActs({ value, onChanged }: Props) {
  const w = useReportsWords();
  const [move, setMove] = useState<Asked | 'edit' | undefined>();
  const first = FIRST.find((one) => value.moves.includes(one));
  const buttons = [...value.moves].sort((a, b) => Number(b === first) - Number(a === first));
  const classOf = (one: Move) => (one === first ? 'button' : 'button plain');
  if (buttons.length === 0) return null;
  return (
    <div class="stack-tight no-print">
      <div class="row">
        {buttons.map((one) =>
          one === 'make' ? (
            <Making key={one} value={value} look={classOf(one)} onChanged={onChanged} />
          ) : (
            <button key={one} type="button" class={classOf(one)} onClick={() => setMove(one)}>
              {w.moves[one]}
            </button>
          ),
        )}
      </div>
      {value.moves.includes('make') && <p class="small soft">{w.makingTell}</p>}
      {move === 'edit' && <EditForm value={value} onChanged={onChanged} onClose={() => setMove(undefined)} />}
      {move !== undefined && move !== 'edit' && (
        <MoveForm value={value} move={move} onChanged={onChanged} onClose={() => setMove(undefined)} />
      )}
    </div>
  );
}

/** Asks again with the same instant until all is counted. */
function Making({ value, look, onChanged }: Props & { look: string }) {
  const { call, toast } = useStaff();
  const w = useReportsWords();
  const request = useRequestId();
  const [progress, setProgress] = useState<{ units: number; of: number } | undefined>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const run = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const params = { unit: value.unit.id, edition: value.report.report };
    const id = request.idOf({ ...params, version: value.version });
    try {
      for (let cutOff: string | undefined; ; ) {
        const at = cutOff === undefined ? {} : { cutOff };
        const answer = await call('makeFigures', { params, body: { request: id, version: value.version, ...at } });
        if (answer.done) break;
        cutOff = answer.at;
        setProgress({ units: answer.units, of: answer.of });
      }
      request.done();
      await onChanged();
      toast(w.madeDone);
    } catch (error) {
      setProblem(error as ApiProblem);
    } finally {
      setBusy(false);
      setProgress(undefined);
    }
  };
  return (
    <>
      <button type="button" class={look} aria-disabled={isBusy} onClick={() => void run()}>
        {value.report.state === 'made' ? w.again : w.moves.make}
      </button>
      <span role="status" class="small">
        {progress && w.making(progress.units, progress.of)}
      </span>
      {problem && (
        <Trouble problem={problem} onRetry={() => void (problem.code === 'conflict' ? onChanged() : run())} />
      )}
    </>
  );
}

function EditForm({ value, onChanged, onClose }: Props & { onClose: () => void }) {
  const { call } = useStaff();
  const w = useReportsWords();
  const request = useRequestId();
  const { indicators, levels, note, version } = value;
  const start = { indicators: indicators as readonly string[], levels: String(levels) as '0' | '1' | '2', note };
  const send = async (typed: typeof start) => {
    const body = { version, moving: { move: 'edit' as const, ...selectionOf(typed) } };
    const params = { unit: value.unit.id, edition: value.report.report };
    await call('moveReport', { params, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={w.form.edit}
      start={start}
      check={(typed) => choiceFault(typed, w.form)}
      submit={w.moves.edit}
      send={send}
      done={w.done}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <ChoiceFields form={form} />}
    </FormDialog>
  );
}

function MoveForm({ value, move, onChanged, onClose }: Props & { move: Asked; onClose: () => void }) {
  const { call } = useStaff();
  const w = useReportsWords();
  const request = useRequestId();
  const send = async ({ why }: { why: string }) => {
    const body = { version: value.version, moving: movingOf(move, { hash: value.made?.hash ?? '', why: why.trim() }) };
    const params = { unit: value.unit.id, edition: value.report.report };
    await call('moveReport', { params, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  const isReasoned = REASONED.includes(move);
  return (
    <FormDialog
      title={w.moves[move]}
      // A form with a reason asks for one of two characters at least; the others have none.
      start={{ why: isReasoned ? '' : '——' }}
      tells={() => w.tells[move]}
      check={() => ({})}
      submit={w.moves[move]}
      isGrave={GRAVE.includes(move)}
      send={send}
      done={w.done}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          {(move === 'sign' || move === 'countersign') && (
            <p class="small">
              {w.proof.hash}
              <br />
              <code class="hash">{value.made?.hash}</code>
            </p>
          )}
          {isReasoned && <WhyField form={form} />}
        </>
      )}
    </FormDialog>
  );
}

function movingOf(move: Asked, { hash, why }: { hash: string; why: string }) {
  switch (move) {
    case 'sign':
    case 'countersign':
      return { move, hash };
    case 'reopen':
    case 'return':
      return { move, why };
    default:
      return { move };
  }
}
