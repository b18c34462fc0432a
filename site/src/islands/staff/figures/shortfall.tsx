// Who lacks hours until when, as counts: read page by page when it is asked for, and added up here.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../../api/client.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble } from '../parts.tsx';
import { useFiguresWords } from './words.ts';

type Counted = Answer<'countShortfall'>;
type Sum = Pick<Counted, 'people' | 'unregistered' | 'ends'>;

const NOTHING: Sum = { people: 0, unregistered: 0, ends: [] };

type State =
  | { kind: 'idle' }
  | { kind: 'counting'; sum: Sum }
  | { kind: 'done'; sum: Sum }
  | { kind: 'failed'; problem: ApiProblem };

export function Shortfall({ unit }: { unit: string }) {
  const { call } = useStaff();
  const { w } = useFiguresWords();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const turn = useRef(0);
  const stop = () => {
    turn.current += 1;
  };
  useEffect(() => stop, []);
  const start = async () => {
    stop();
    const mine = turn.current;
    let [sum, cursor] = [NOTHING, undefined as string | undefined];
    setState({ kind: 'counting', sum });
    try {
      do {
        const part: Counted = await call('countShortfall', { params: { unit }, query: cursor ? { cursor } : {} });
        if (mine !== turn.current) return;
        sum = added(sum, part);
        cursor = part.cursor;
        setState({ kind: cursor === undefined ? 'done' : 'counting', sum });
      } while (cursor !== undefined);
    } catch (problem) {
      if (mine === turn.current) setState({ kind: 'failed', problem: problem as ApiProblem });
    }
  };
  return (
    <section class="card" aria-labelledby="shortfall">
      <h2 id="shortfall">{w.shortfall}</h2>
      <p class="small soft no-print">{w.shortfallHint}</p>
      {state.kind !== 'counting' && (
        <button type="button" class="button plain no-print" onClick={() => void start()}>
          {w.shortfallCount}
        </button>
      )}
      <div aria-live="polite">
        {state.kind === 'counting' && <p>{w.shortfallCounting(state.sum.people)}</p>}
        {state.kind === 'done' && <Table unit={unit} sum={state.sum} />}
      </div>
      {state.kind === 'counting' && (
        <button
          type="button"
          class="link start"
          onClick={() => {
            stop();
            setState({ kind: 'idle' });
          }}
        >
          {w.shortfallStop}
        </button>
      )}
      {state.kind === 'failed' && <Trouble problem={state.problem} onRetry={() => void start()} />}
    </section>
  );
}

/** The sum with one more part; ends by their day. */
export function added(sum: Sum, part: Sum): Sum {
  const ends = new Map(sum.ends.map((end) => [end.until, { ...end }]));
  for (const { until, registered, short, missingMinutes } of part.ends) {
    const held = ends.get(until) ?? { until, registered: 0, short: 0, missingMinutes: 0 };
    ends.set(until, {
      until,
      registered: held.registered + registered,
      short: held.short + short,
      missingMinutes: held.missingMinutes + missingMinutes,
    });
  }
  return {
    people: sum.people + part.people,
    unregistered: sum.unregistered + part.unregistered,
    ends: [...ends.values()].sort((a, b) => (a.until < b.until ? -1 : 1)),
  };
}

function Table({ unit, sum }: { unit: string; sum: Sum }) {
  const { page, words } = useStaff();
  const { w } = useFiguresWords();
  return (
    <>
      <p>{w.shortfallDone(sum.people, sum.unregistered)}</p>
      {sum.ends.length === 0 ? (
        <p class="soft">{w.shortfallNone}</p>
      ) : (
        <div class="table-card">
          <table class="grid">
            <thead>
              <tr>
                <th scope="col">{w.until}</th>
                <th scope="col" class="count">
                  {w.registeredPeople}
                </th>
                <th scope="col" class="count">
                  {w.shortPeople}
                </th>
                <th scope="col" class="count">
                  {w.missingHours}
                </th>
              </tr>
            </thead>
            <tbody>
              {sum.ends.map(({ until, registered, short, missingMinutes }) => (
                <tr key={until}>
                  <th scope="row">{words.date(until)}</th>
                  <td class="count">{registered.toLocaleString('en-US')}</td>
                  <td class="count">{short.toLocaleString('en-US')}</td>
                  <td class="count">{(Math.ceil(missingMinutes / 6) / 10).toLocaleString('en-US')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <a class="link start no-print" href={page(`/staff/hours/?unit=${unit}`)}>
        {w.seeHours}
      </a>
    </>
  );
}
