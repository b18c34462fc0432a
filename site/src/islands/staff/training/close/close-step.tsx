// Closing, then writing the hours slice by slice. Done again it changes nothing, so that a stop on the way costs nothing.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../../../api/client.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { Trouble } from '../../parts.tsx';
import type { ViewProps } from '../rights.ts';
import { useTeachWords } from '../use-words.ts';

type Props = ViewProps & { people: number; earning: number; reviews: number };

interface Sum {
  people: number;
  written: number;
  same: number;
  isDone: boolean;
}

export function CloseStep({ course, rights, reload, people, earning, reviews }: Props) {
  const { call } = useStaff();
  const w = useTeachWords();
  const [isAsking, setAsking] = useState(false);
  const [sum, setSum] = useState<Sum | undefined>();
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  /** The first request closes: what stands against that is told in the dialog. */
  const slice = (at: { version: number; cursor?: string }) =>
    call('closeCourse', { params: { course: course.course }, body: at });
  const run = async (first: Answer<'closeCourse'>) => {
    let total = added({ people: 0, written: 0, same: 0, isDone: false }, first);
    setSum(total);
    for (let { cursor, version } = first; cursor !== undefined; ) {
      const next: Answer<'closeCourse'> = await slice({ version, cursor });
      total = added(total, next);
      setSum(total);
      ({ cursor, version } = next);
    }
  };
  const goOn = async () => {
    setProblem(undefined);
    try {
      await run(await slice({ version: course.version }));
    } catch (error) {
      setProblem(error as ApiProblem);
    }
    await reload();
  };
  const isClosed = course.state === 'closed';
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={() => void goOn()} />}
      {sum && (
        <div class="sending" role="status">
          <progress value={sum.people} max={Math.max(people, sum.people)} aria-label={w.close.steps.close} />
          <p>{w.close.progress(sum.people, Math.max(people, sum.people))}</p>
          {sum.isDone && <p>{w.close.written(sum.written, sum.same)}</p>}
        </div>
      )}
      {rights.close && !isClosed && (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {w.close.start}
        </button>
      )}
      {rights.close && isClosed && !sum?.isDone && (
        <button type="button" class="link start" onClick={() => void goOn()}>
          {w.close.goOn}
        </button>
      )}
      <p class="small soft">{w.close.leave}</p>
      {isAsking && (
        <FormDialog
          title={w.close.start}
          start={{}}
          tells={() =>
            [w.close.tell(people, earning), reviews > 0 && w.close.todoTell(reviews)].filter(Boolean).join('')
          }
          check={() => ({})}
          submit={w.close.steps.close}
          isGrave
          send={async () => run(await slice({ version: course.version }))}
          done={w.close.done}
          onChanged={reload}
          onClose={() => setAsking(false)}
        >
          {() => null}
        </FormDialog>
      )}
    </>
  );
}

function added(sum: Sum, { people, written, same, cursor }: Answer<'closeCourse'>): Sum {
  return {
    people: sum.people + people,
    written: sum.written + written,
    same: sum.same + same,
    isDone: cursor === undefined,
  };
}
