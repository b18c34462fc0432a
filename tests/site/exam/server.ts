// A server of the contract's shape by the domain's own rules, with faults to order: what the exam in the browser is tested against.
import type { Answer } from '../../../functions/contract/index.ts';
import type { PageProblemCode } from '../../../functions/contract/problems.ts';
import { type Answered, isNewer, seqAt, verdictOf, type Written } from '../../../functions/domain/attempts/answers.ts';
import {
  type Attempt,
  begun,
  closed,
  closing,
  heldBy,
  isOver,
  type Moved,
  paused,
  resumed,
} from '../../../functions/domain/attempts/attempt.ts';
import { type Instant, instantOf, msOf } from '../../../functions/domain/time.ts';
import { ApiProblem, type Call } from '../../../site/src/api/client.ts';

/** What befalls one request: lost on the way there or on the way back, half an answer, something else in the server's place, or a problem. */
export type Fault = 'none' | 'lost-before' | 'lost-after' | 'half' | 'gateway' | PageProblemCode;

export const ATTEMPT = '0mn5k3abc-attempt01';
export const QUESTIONS = 25;

type Change = Pick<Answered, 'n' | 'seq' | 'picked' | 'flagged' | 'spentS'>;
interface Body {
  device: string;
  kind?: 'pause' | 'resume';
  answers?: Change[];
  texts?: Pick<Written, 'n' | 'part' | 'seq' | 'text'>[];
}

export interface ExamServer {
  /** The requests that were answered, as `saveAnswers 3+0`. */
  log: string[];
  /** Faults of the next requests, in order. */
  faults: Fault[];
  /** Whether every request is lost on its way. */
  isDown: boolean;
  /** How long an answer travels, in milliseconds: hears of every request. */
  travel(): void;
  attempt: Attempt;
  answers: Map<number, Answered>;
  texts: Map<string, Written>;
  /** The end of `signed in`. */
  isSignedIn: boolean;
  call: Call;
}

export function examServer(now: () => Instant, mode: Attempt['mode'] = 'realistic', essays = false): ExamServer {
  const minutes = 30;
  const setup = { person: 'person-one', subject: 'junior-comprehensive', form: 'short' as const, blueprint: 'short-1' };
  const rest = {
    mode,
    factor: 100,
    seed: 1,
    shuffle: false,
    profile: 'official-1',
    questions: QUESTIONS,
    graceMs: 120_000,
  };
  const server: ExamServer = {
    log: [],
    faults: [],
    isDown: false,
    travel: () => undefined,
    attempt: begun({ id: ATTEMPT, ...setup, ...rest, device: 'one-device-001', minutes }, now()),
    answers: new Map(),
    texts: new Map(),
    isSignedIn: true,
    call: (async (name: string, sent: { body?: Body }) => {
      const fault = server.isDown ? 'lost-before' : (server.faults.shift() ?? 'none');
      if (fault === 'lost-before') throw new ApiProblem('offline');
      if (fault === 'gateway') return { hello: 'log in to the hotel' };
      if (fault !== 'none' && fault !== 'lost-after' && fault !== 'half') throw new ApiProblem(fault);
      const answer = structuredClone(handle(name, structuredClone(sent.body)));
      if (fault === 'half' && 'outcomes' in answer) answer.outcomes = answer.outcomes.slice(1);
      server.travel();
      if (fault === 'lost-after') throw new ApiProblem('offline');
      return answer;
    }) as Call,
  };

  function handle(name: string, body: Body = { device: '' }) {
    if (!server.isSignedIn) throw new ApiProblem('not_signed_in');
    close();
    server.log.push(`${name} ${body.answers?.length ?? 0}+${body.texts?.length ?? 0}`);
    if (name === 'readAttempt') return sitting();
    if (name === 'holdAttempt') {
      move(heldBy(server.attempt, body.device, now()));
      return sitting();
    }
    if (name === 'moveAttempt') {
      move(body.kind === 'pause' ? paused(server.attempt, now()) : resumed(server.attempt, now()));
      return standing();
    }
    const outcomes = save(body);
    if (name === 'submitAttempt' && server.attempt.state === 'open') {
      move(closing(server.attempt, now(), 'person'));
      server.attempt = closed(server.attempt);
    }
    return { ...standing(), outcomes };
  }
  function move(moved: Moved): void {
    if (!moved.ok) throw refusal(moved.reason);
    server.attempt = moved.attempt;
  }
  function close(): void {
    if (!isOver(server.attempt, now())) return;
    const moved = closing(server.attempt, now(), 'clock');
    if (moved.ok) server.attempt = closed(moved.attempt);
  }
  function save({ device, answers = [], texts = [] }: Body): Answer<'saveAnswers'>['outcomes'] {
    if (answers.length > 100 || texts.length > 20) throw new ApiProblem('invalid_input');
    const receivedAt = now();
    const put = <C extends { n: number; seq: number }, K>(
      held: Map<K, C & Answered>,
      key: K,
      change: C,
      part?: string,
    ) => {
      const place = part === undefined ? { n: change.n } : { n: change.n, part };
      const stored = { ...change, device, receivedAt, seq: seqAt(server.attempt, change.seq, receivedAt) } as C &
        Answered;
      const before = held.get(key);
      if (before !== undefined && isNewer(before, stored))
        return { ...place, seq: change.seq, outcome: 'superseded' as const };
      const verdict = verdictOf(server.attempt, stored);
      if (!verdict.counts) return { ...place, seq: change.seq, outcome: 'late' as const, reason: verdict.reason };
      held.set(key, stored);
      return { ...place, seq: change.seq, outcome: 'counted' as const };
    };
    return [
      ...answers.map((change) => put(server.answers, change.n, change as Answered)),
      ...texts.map((text) => put(server.texts as never, `${text.n}.${text.part}`, text as never, text.part)),
    ];
  }
  function standing(): Answer<'moveAttempt'> {
    const { id, state, startedAt, deadline, pausedAt, endedAt, graceMs, holder } = server.attempt;
    return {
      ...{ attempt: id, state, startedAt, deadline, graceMs, holder: holder.device, now: now() },
      ...(pausedAt ? { pausedAt } : {}),
      ...(endedAt ? { endedAt } : {}),
    };
  }
  function sitting(): Answer<'readAttempt'> {
    const { subject, form, blueprint, mode: how, factor, questions } = server.attempt;
    const answers = [...server.answers.values()].map(({ n, seq, picked, flagged, spentS }) => ({
      ...{ n, seq, flagged, spentS },
      picked: [...picked],
    }));
    const texts = [...server.texts.values()].map(({ n, part, seq, text }) => ({ n, part, seq, text }));
    return {
      ...standing(),
      ...{ subject, form, blueprint, mode: how, factor, questions, offline: false, answers, texts },
      asked: Array.from({ length: questions }, (_, i) => question(i + 1, essays)),
    };
  }
  return server;
}

function question(n: number, isEssay: boolean): Answer<'readAttempt'>['asked'][number] {
  const base = { n, id: `mq-${n}`, version: 1, stem: `题干 ${n}` };
  if (isEssay) return { ...base, kind: 'case', options: [], parts: [{ id: '1', text: '问题一', possible: 20 }] };
  const letters = n <= 20 ? 'ABCD' : 'ABCDE';
  return {
    ...base,
    kind: n <= 20 ? 'single' : 'multiple',
    options: [...letters].map((id) => ({ id, text: `选项 ${id}` })),
  };
}

function refusal(reason: NonNullable<ApiProblem['reason']>): ApiProblem {
  const problem = new ApiProblem('refused');
  problem.reason = reason;
  return problem;
}

/** So many milliseconds after an instant. */
export function after(instant: Instant, ms: number): Instant {
  return instantOf(msOf(instant) + ms);
}
