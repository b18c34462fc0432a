// Faults as a table has them under load, in a seeded order: what is throttled, what never arrives, what arrives while its answer is lost.
// And the end of a process at any one of its waits, for handlers that must be safe to repeat.
import type { Table } from '../../functions/store/table.ts';
import { awsError } from './table.ts';

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Shares of the requests that come to grief; goal R1 asks for 5 % each. */
export interface Shares {
  throttled: number;
  lost: number;
  /** The request is done, its answer is lost. */
  unanswered: number;
}

const USUAL: Shares = { throttled: 0.05, lost: 0.05, unanswered: 0.05 };

export interface Faults {
  /** What happened so far, for a test to see that anything did. */
  happened: Shares;
  /** Lets the table be whole again. */
  stop(): void;
}

type Sent = { input?: object };
/** A command of whatever kind goes in, its answer comes out. */
type Send = (command: Sent, ...rest: unknown[]) => Promise<unknown>;

/** A door that is opened before and after each request: it may throw. */
interface Door {
  before(command: Sent): void;
  after(command: Sent): void;
}

/** Puts a door before every request of a table; gives what takes it away. Below `send` the SDK retries by itself, and these faults are past that. */
function hang(table: Table, door: Door): () => void {
  const doc = table.doc as unknown as { send: Send };
  const send = doc.send;
  doc.send = async (command, ...rest) => {
    door.before(command);
    const answer = await send.call(doc, command, ...rest);
    door.after(command);
    return answer;
  };
  return () => {
    doc.send = send;
  };
}

/** Faults on every request of a table, from a seed. Transactions are also cancelled by others that are under way. */
export function withFaults(table: Table, seed: number, shares: Shares = USUAL): Faults {
  const next = seeded(seed);
  const happened: Shares = { throttled: 0, lost: 0, unanswered: 0 };
  const stop = hang(table, {
    before(command) {
      const draw = next();
      if (draw < shares.throttled) {
        happened.throttled += 1;
        throw throttling(command, next());
      }
      if (draw < shares.throttled + shares.lost) {
        happened.lost += 1;
        throw busy('ECONNRESET');
      }
    },
    after() {
      if (next() >= shares.unanswered) return;
      happened.unanswered += 1;
      throw busy('TimeoutError');
    },
  });
  return { happened, stop };
}

/** Told to whoever waits for a table that is no more: the process has ended. */
export class Killed extends Error {
  override name = 'Killed';
}

export interface Kill {
  /** How many waits there were up to the end. */
  waits(): number;
  stop(): void;
}

/**
 * Ends the process at its n-th wait for the table, counted from 1: before the request is sent, or, for every second one, after it is done. With
 * Infinity it only counts. Everything asked afterwards is told the same: a dead process does nothing more.
 */
export function killAt(table: Table, n: number): Kill {
  let waits = 0;
  let dead = false;
  const wait = () => {
    waits += 1;
    if (dead || waits >= n) {
      dead = true;
      throw new Killed(`killed at wait ${n}`);
    }
  };
  const stop = hang(table, { before: wait, after: wait });
  return { waits: () => waits, stop };
}

function throttling(command: Sent, draw: number): Error {
  if (!('TransactItems' in (command.input ?? {})) || draw < 0.5) return busy('ThrottlingException');
  const CancellationReasons = [{ Code: 'TransactionConflict' }, { Code: 'None' }];
  return awsError('TransactionCanceledException', { CancellationReasons });
}

/** As the table's own door names what passes: it stands below this one, and would have turned it. */
function busy(name: string): Error {
  return Object.assign(new Error(`table busy: ${name} (injected)`), { name: 'TableBusy' });
}

/** The seeds of a test: FAULT_SEED alone when it is set, so that a failing one can be run again. */
export function seedsOf(count: number): number[] {
  const one = process.env.FAULT_SEED;
  return one === undefined ? Array.from({ length: count }, (_, i) => i + 1) : [Number(one)];
}

/** Does again what fails because the table is busy, as a page does, with the same request; and gives up far past any honest number. */
export async function untilAnswered<A>(attempt: () => Promise<A>, most = 60): Promise<A> {
  for (let left = most; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      const passing = (error as Error).name === 'TableBusy' || (error as { code?: string }).code === 'busy';
      if (!passing || left === 0) throw error;
    }
  }
}

/** Whether the long forms of these tests run: `npm run soak`. */
export const SOAK = process.env.SOAK === '1';

/** How long a test of faults may take. */
export const FAULTS_MS = SOAK ? 3_600_000 : 300_000;
