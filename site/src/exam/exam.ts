// An attempt as the page sits it: who may write, what the clock says, and what each move does.
import type { Call } from '../api/client.ts';
import { type Book, openBook } from './book.ts';
import { type ServerClock, serverClock } from './clock.ts';
import { type Disk, type Held, openDisk } from './disk.ts';
import type { ExamEnv } from './env.ts';
import { headOf, type Sitting, type Stand, standsOf } from './rows.ts';
import { type Link, type Sender, startSender } from './sender.ts';
import { takeTab } from './tabs.ts';

/**
 * `writing`: answers may be given. `time-over`: by the clock; the server has not closed it yet, or has not said so. `over`: closed.
 * `other-tab`, `other-device`: shown, and written elsewhere.
 */
export type Phase = 'writing' | 'other-tab' | 'other-device' | 'paused' | 'handing-in' | 'time-over' | 'over';

export interface Exam {
  readonly book: Book;
  readonly link: Link;
  readonly phase: Phase;
  /** Whether the device's clocks disagree and the server has not said who is right. */
  readonly isClockDoubtful: boolean;
  /** Milliseconds left, as the server counts them; none after the deadline. */
  remainingMs(): number;
  /** Milliseconds for answers made in time to arrive; negative when they are too late. */
  graceLeftMs(): number;
  pick(n: number, picked: string[]): void;
  flag(n: number, flagged: boolean): void;
  write(n: number, part: string, text: string): void;
  /** Shows another question: the time spent on the one before is noted. */
  go(index: number): void;
  /** Makes this tab of this device the one that writes. Throws ApiProblem. */
  takeOver(): Promise<void>;
  /** Pauses, or goes on. Throws ApiProblem. */
  move(kind: 'pause' | 'resume'): Promise<void>;
  handIn(): void;
  /** Tries at once what waits for its next try. */
  retry(): void;
  /** Once a second, and whenever something has changed. */
  subscribe(listener: () => void): () => void;
  stop(): void;
}

const TICK_MS = 500;
/** How often the server's time is written down, for a page that is closed without a word. */
const CLOCK_KEPT_MS = 5_000;
/** The hand-in at the end comes a little after it: the server's clock must have passed it too. */
const END_SLACK_MS = 300;

interface Options {
  env: ExamEnv;
  call: Call;
  attempt: string;
  person: string;
}

/** Opens an attempt: from the disk when it was opened here before, else from the server. Throws ApiProblem when neither has it. */
export async function openExam({ env, call, attempt, person }: Options): Promise<Exam> {
  const disk = await openDisk(env.indexedDB);
  const device = await disk.device(env.newId);
  await dropOthers(disk, person, attempt);
  const kept = await disk.load(attempt);
  const asked = env.clocks();
  const isKept = kept !== undefined && kept.sheet.person === person;
  const told = isKept ? undefined : await call('readAttempt', { params: { attempt } });
  const held = isKept ? kept : heldOf(told as Sitting, person, asked.wallMs);
  const book = openBook({ disk, held, told: () => env.tabs?.post(attempt) });
  const { clock: left, head, alone } = held.sheet;
  const limit = () => Date.parse(book.sheet.head.deadline) + book.sheet.head.graceMs;
  const clock = serverClock(env.clocks, isKept ? left : { serverMs: Date.parse(head.startedAt) }, limit);
  if (told !== undefined) {
    clock.hear(Date.parse(told.now), asked);
    book.takeIn(told);
  }
  const exam = runExam({ env, call, book, clock, device, disk });
  // Where nothing is kept, the id that has started the attempt is gone with its page.
  if (!disk.kept && !alone && head.state === 'open') await exam.takeOver();
  return exam;
}

/** Attempts of somebody else, or that are over, of which nothing waits to be sent, are kept no longer. One that was sat alone waits for its upload. */
async function dropOthers(disk: Disk, person: string, attempt: string): Promise<void> {
  for (const { sheet, waiting } of await disk.list()) {
    const isDone = sheet.person !== person || sheet.head.state !== 'open';
    if (isDone && waiting === 0 && !sheet.alone && (sheet.attempt !== attempt || sheet.person !== person))
      await disk.drop(sheet.attempt);
  }
}

function heldOf(sitting: Sitting, person: string, wallMs: number): Held {
  const { attempt, asked, now } = sitting;
  const stands = standsOf(sitting);
  const lastSeq = Math.max(0, ...stands.map(({ seq }) => seq));
  const clock = { serverMs: Date.parse(now), wallMs };
  const rest = { at: 0, heardAt: '', handIn: false, late: [], alone: false };
  return { sheet: { attempt, person, head: headOf(sitting), asked, lastSeq, clock, ...rest }, stands, changes: [] };
}

interface Parts {
  env: ExamEnv;
  call: Call;
  book: Book;
  clock: ServerClock;
  device: string;
  disk: Disk;
}

function runExam({ env, call, book, clock, device, disk }: Parts): Exam {
  const listeners = new Set<() => void>();
  const params = { attempt: book.sheet.attempt };
  let isTabs = false;
  let isStopped = false;
  let shownMs = env.clocks().monoMs;
  let keptMs = shownMs;
  let letGo = () => {};
  let cancelTick = () => {};
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const sender: Sender = startSender({
    ...{ book, call, clock, device, env },
    isWriter: () => isTabs && !book.sheet.alone,
    told: tell,
  });

  function phase(): Phase {
    const { head, alone, endedMs, handIn } = book.sheet;
    if (head.state !== 'open' || endedMs !== undefined) return 'over';
    if (!isTabs) return 'other-tab';
    if (!alone && head.holder !== device) return 'other-device';
    if (handIn) return 'handing-in';
    if (head.pausedAt !== undefined) return 'paused';
    return clock.ms() >= Date.parse(head.deadline) ? 'time-over' : 'writing';
  }
  const remainingMs = () => {
    const { deadline, pausedAt } = book.sheet.head;
    return Math.max(0, Date.parse(deadline) - (pausedAt === undefined ? clock.ms() : Date.parse(pausedAt)));
  };
  const moment = () => ({
    seq: Math.max(1, Math.round(clock.ms() - Date.parse(book.sheet.head.startedAt))),
    ms: env.clocks().monoMs,
  });
  /** Runs what changes an answer, if one may. */
  const whileWriting = (work: () => void) => {
    if (phase() !== 'writing') return;
    work();
    sender.plan();
  };
  function spend(): void {
    const now = env.clocks().monoMs;
    const seconds = Math.round((now - shownMs) / 1_000);
    shownMs = now;
    const shown = book.sheet.asked[book.sheet.at];
    if (seconds > 0 && shown !== undefined) whileWriting(() => book.spend(shown.n, seconds, now));
  }
  function end(): void {
    spend();
    if (book.sheet.alone) book.note({ endedMs: Math.min(clock.ms(), Date.parse(book.sheet.head.deadline)) });
    else {
      book.note({ handIn: true });
      void sender.now();
    }
  }
  function tick(): void {
    if (isStopped) return;
    const ms = clock.ms();
    const { monoMs, wallMs } = env.clocks();
    if (isTabs && monoMs - keptMs >= CLOCK_KEPT_MS) {
      keptMs = monoMs;
      book.note({ clock: { serverMs: ms, wallMs } });
    }
    if (clock.isDoubtful && sender.link.state === 'well' && !sender.link.isSending) void sender.now();
    const isDue = ms >= Date.parse(book.sheet.head.deadline) + (book.sheet.alone ? 0 : END_SLACK_MS);
    if (phase() === 'time-over' && isDue) end();
    tell();
    cancelTick = env.after(TICK_MS, tick);
  }
  /** What other devices have done since this one was here last. */
  async function begin(): Promise<void> {
    if (book.sheet.alone) return;
    const told = book.sheet.heardAt === '' ? undefined : sender.ask(() => call('readAttempt', { params }));
    await told?.then(book.takeIn).catch(() => undefined);
    if (book.sheet.head.state === 'open' || book.changes.size > 0) await sender.now();
  }
  function own(): void {
    if (isTabs) return;
    isTabs = true;
    letGo = takeTab(env.locks, book.sheet.attempt, () => {
      isTabs = false;
      tell();
    });
  }

  own();
  env.tabs?.listen((attempt) => {
    if (attempt === book.sheet.attempt) void book.refresh().then(() => sender.plan());
  });
  const stops = [
    book.subscribe(tell),
    env.on('online', () => void sender.now()),
    env.on('shown', () => {
      shownMs = env.clocks().monoMs;
      void sender.now();
    }),
    env.on('hidden', () => {
      spend();
      void sender.now(true);
    }),
  ];
  void begin();
  tick();

  return {
    book,
    get link() {
      return sender.link;
    },
    get phase() {
      return phase();
    },
    get isClockDoubtful() {
      return clock.isDoubtful;
    },
    remainingMs,
    graceLeftMs: () => Date.parse(book.sheet.head.deadline) + book.sheet.head.graceMs - clock.ms(),
    pick: (n, picked) => change(n, '', { picked }),
    flag: (n, flagged) => change(n, '', { flagged }),
    write: (n, part, text) => change(n, part, { text }),
    go(index) {
      if (index < 0 || index >= book.sheet.asked.length || index === book.sheet.at) return;
      spend();
      book.note({ at: index });
    },
    async takeOver() {
      own();
      await book.refresh();
      if (book.sheet.head.holder !== device && !book.sheet.alone)
        book.takeIn(await sender.ask(() => call('holdAttempt', { params, body: { device } })));
      shownMs = env.clocks().monoMs;
      await sender.now();
    },
    async move(kind) {
      spend();
      if (kind === 'pause') await sender.now();
      book.settle(await sender.ask(() => call('moveAttempt', { params, body: { kind, device } })));
      shownMs = env.clocks().monoMs;
      sender.plan();
    },
    handIn: () => phase() === 'writing' && end(),
    retry: () => void sender.now(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      isStopped = true;
      cancelTick();
      sender.stop();
      letGo();
      for (const stop of stops) stop();
      env.tabs?.close();
      void book.flushed().then(() => disk.close());
    },
  };

  function change(n: number, part: string, what: Partial<Pick<Stand, 'picked' | 'flagged' | 'text'>>): void {
    whileWriting(() => book.change({ n, part }, what, moment()));
  }
}
