// Sending what an attempt's book holds: soon after each change, again and again until the server has answered for it, and the hand-in last.
// One request at a time, so that answers come in the order of what they answer.
import { type ApiCode, ApiProblem, type Call } from '../api/client.ts';
import type { Book } from './book.ts';
import type { Reading, ServerClock } from './clock.ts';
import type { ExamEnv } from './env.ts';
import { type Batch, backOff, batchOf, dueIn, waitingOf } from './outbox.ts';
import type { Sitting, Standing } from './rows.ts';

/**
 * `later`: no answer, or none that says anything: it is tried again. `signed-out`, `other-person`: nothing is sent until somebody signs in as who sits
 * here. `refused`: the server says no to the attempt itself.
 */
export type LinkState = 'well' | 'later' | 'signed-out' | 'other-person' | 'refused';

export interface Link {
  state: LinkState;
  code?: ApiCode;
  /** Whether something is on its way right now. */
  isSending: boolean;
}

export interface Sender {
  readonly link: Link;
  /** Sends what is due, plans the rest. After every change of the book. */
  plan(): void;
  /** Sends now, also after a failure, and asks how the attempt stands when there is nothing to send. */
  now(keepalive?: boolean): Promise<void>;
  /** Any other request of the attempt, in its turn. Throws ApiProblem. */
  ask<A extends Standing | Sitting>(request: () => Promise<A>): Promise<A>;
  stop(): void;
}

export interface SenderOptions {
  book: Book;
  call: Call;
  clock: ServerClock;
  device: string;
  env: Pick<ExamEnv, 'clocks' | 'after' | 'random'>;
  /** Whether this tab is the one that writes: the others are silent. */
  isWriter(): boolean;
  told(): void;
}

/** So often the server is asked how the attempt stands when nothing is sent: another device may have taken it, somebody may have given more time. */
const POLL_MS = 60_000;
/** Near the end, and while a hand-in or the end of the time waits for its answer. */
const POLL_SOON_MS = 3_000;

/** Keeping a request alive beyond its page is limited by its size. */
const KEEPALIVE_MOST = 60;

const ENDS: Partial<Record<ApiCode, LinkState>> = {
  not_signed_in: 'signed-out',
  session_expired: 'signed-out',
  not_found: 'other-person',
};
const LATER: readonly ApiCode[] = ['offline', 'busy', 'internal', 'identity_unavailable', 'conflict'];

export function startSender({ book, call, clock, device, env, isWriter, told }: SenderOptions): Sender {
  let link: Link = { state: 'well', isSending: false };
  let failures = 0;
  let retryAtMs = 0;
  let heardMs = env.clocks().monoMs;
  let most: number | undefined;
  let cancel = () => {};
  let isStopped = false;
  let queue: Promise<unknown> = Promise.resolve();

  const nowMs = () => env.clocks().monoMs;
  const isOpen = () => book.sheet.head.state === 'open';
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const say = (next: Partial<Link>) => {
    link = { ...link, ...next };
    if (link.state === 'well') delete link.code;
    if (!isStopped) told();
  };

  function plan(): void {
    cancel();
    if (isStopped || !isWriter() || link.isSending || (link.state !== 'well' && link.state !== 'later')) return;
    const wait = waitMs();
    if (wait <= 0) void round();
    else if (wait < Number.POSITIVE_INFINITY) cancel = env.after(wait, plan);
  }
  /** Notes of time are worth nothing once the time is over: one that came late could stand in an answer's way. */
  const sendable = () => {
    const isTime = clock.ms() < Date.parse(book.sheet.head.deadline);
    return [...book.changes.values()].filter(({ note }) => !note || isTime);
  };
  function waitMs(): number {
    if (failures > 0) return retryAtMs - nowMs();
    const due = dueIn(sendable(), isEnding() ? Number.POSITIVE_INFINITY : nowMs());
    if (!isOpen()) return due;
    return Math.min(due, heardMs + (isEnding() ? POLL_SOON_MS : POLL_MS) - nowMs());
  }
  function isEnding(): boolean {
    const { handIn, head } = book.sheet;
    return isOpen() && (handIn || (head.pausedAt === undefined && clock.ms() >= Date.parse(head.deadline)));
  }

  async function round(keepalive = false): Promise<void> {
    if (link.isSending || isStopped || !isWriter()) return;
    say({ isSending: true });
    const problem = await inTurn(() => once(keepalive)).then(
      () => undefined,
      (error: unknown) => (error instanceof ApiProblem ? error : new ApiProblem('internal')),
    );
    if (problem === undefined) {
      failures = 0;
      say({ state: 'well', isSending: false });
    } else {
      failures += 1;
      retryAtMs = nowMs() + backOff(failures, env.random());
      const state = LATER.includes(problem.code) ? 'later' : (ENDS[problem.code] ?? 'refused');
      say({ state, code: problem.code, isSending: false });
    }
    plan();
  }
  async function once(keepalive: boolean): Promise<void> {
    await book.flushed();
    const batch = batchOf(sendable(), keepalive ? KEEPALIVE_MOST : most);
    const isHandIn = book.sheet.handIn && isOpen() && batch.all;
    const asked = env.clocks();
    const answer = await deliver(batch, isHandIn, keepalive).catch((error) => refusedBy(error, batch));
    if (answer === undefined) return;
    const { outcomes } = heard(answer, asked);
    // Whatever else answers in the server's place (a hotel's gateway) must not pass for an acknowledgement.
    if (!Array.isArray(outcomes)) throw new ApiProblem('internal');
    const settled = book.settle(answer, outcomes);
    if (settled === 0 && batch.changes.some(isStill)) throw new ApiProblem('internal');
    most = undefined;
  }
  function deliver({ answers, texts }: Batch, isHandIn: boolean, keepalive = false) {
    const sent = { params: { attempt: book.sheet.attempt }, body: { device, answers, texts }, keepalive };
    return isHandIn ? call('submitAttempt', sent) : call('saveAnswers', sent);
  }
  /** What to do about a no: send fewer, to find which of them it is, or hear first how the attempt stands. Throws what only time can mend. */
  async function refusedBy(error: unknown, { answers, texts, changes }: Batch) {
    const code = error instanceof ApiProblem ? error.code : undefined;
    if (code === 'refused') {
      // By the server's clock there is time left, or it is over already: it says which, and the page follows.
      book.note({ handIn: false });
      return deliver({ answers: [], texts: [], changes: [] }, false);
    }
    if ((code !== 'invalid_input' && code !== 'body_too_large') || changes.length === 0) throw error;
    if (changes.length > 1) most = Math.ceil(Math.max(answers.length, texts.length) / 2);
    else for (const change of changes) book.refuse(change);
    return undefined;
  }
  const isStill = (change: { n: number; part: string; seq: number }) =>
    [...book.changes.values()].some(({ n, part, seq }) => n === change.n && part === change.part && seq === change.seq);

  function heard<A extends { now: string }>(answer: A, asked: Reading): A {
    if (typeof answer?.now !== 'string') throw new ApiProblem('internal');
    clock.hear(Date.parse(answer.now), asked);
    heardMs = nowMs();
    return answer;
  }
  return {
    get link() {
      return link;
    },
    plan,
    async now(keepalive = false) {
      if (isStopped || !isWriter()) return;
      if (keepalive && waitingOf(book.changes.values()).length === 0) return;
      failures = 0;
      cancel();
      await round(keepalive);
    },
    ask: (request) =>
      inTurn(async () => {
        const asked = env.clocks();
        const answer = heard(await request(), asked);
        failures = 0;
        say({ state: 'well' });
        return answer;
      }),
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
