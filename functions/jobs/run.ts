// What a run of the timer carries along, how one mail is sent in it, and what is waited for after a failure.
import type { JobDeps } from '../app/deps.ts';
import { type Message, messageName } from '../domain/outbox/message.ts';
import { instantOf, msOf } from '../domain/time.ts';
import { type Letter, offLink } from './letters.ts';

/** What became of the mails of one run. `refused`: never to be sent to that address; `late`: has failed for so long that somebody should look. */
export interface Tally {
  sent: number;
  failed: number;
  refused: number;
  late: number;
}

export interface Run {
  deps: JobDeps;
  tally: Tally;
  /** Whether its time is up: no mail is begun after that. */
  isOver(): boolean;
}

const MINUTE_MS = 60_000;

/** Minutes to wait after the first failure, the second, and so on: 22 hours in all, for a code is good for 24. */
const WAITS = [1, 5, 15, 60, 180, 360, 720];

/** Failures after which somebody should look: by then it is 20 minutes and no passing fault. */
const LATE_AFTER = 3;

/** An instant so many milliseconds from now. */
export function later({ now }: Pick<JobDeps, 'now'>, ms: number): string {
  return instantOf(msOf(now()) + ms);
}

/** When to try a mail again after so many failures; undefined when it was tried often enough. */
export function retryAt(deps: JobDeps, failures: number): string | undefined {
  const minutes = WAITS[failures - 1];
  return minutes === undefined ? undefined : later(deps, minutes * MINUTE_MS);
}

/** The same for what is told to many, which is never given up: a quarter of an hour at most. */
export function retryAllAt(deps: JobDeps, failures: number): string {
  return later(deps, Math.min(5 ** (failures - 1), 15) * MINUTE_MS);
}

/** Notes a failure in the run's figures. */
export function failed({ tally }: Run, failures: number): void {
  tally.failed += 1;
  if (failures >= LATE_AFTER) tally.late += 1;
}

/** Sends a letter for a message, which gives it its name for ever; 'failed' when it may be sent later. */
export async function send(
  { deps, tally }: Run,
  message: Message,
  { to, letter }: { to: string; letter: Letter },
): Promise<'done' | 'failed'> {
  const { hostname } = new URL(deps.origin);
  const messageId = `<${await deps.digest(messageName(message))}@${hostname}>`;
  const done = await deps.mail
    .send({ to, ...letter, messageId, headers: headersOf(deps, message) })
    .catch((error: unknown) => {
      logFailure(deps, message, error);
      return 'failed' as const;
    });
  if (done === 'sent') tally.sent += 1;
  if (done === 'refused') tally.refused += 1;
  return done === 'failed' ? 'failed' : 'done';
}

/** Out-of-office programs answer no such mail (RFC 3834, 5), and mail programs show where it is turned off (RFC 2369, 3.2). */
function headersOf({ origin }: JobDeps, { kind }: Message): Record<string, string> {
  const usual = { 'Auto-Submitted': 'auto-generated' };
  return kind === 'confirm-address' ? usual : { ...usual, 'List-Unsubscribe': `<${offLink(origin)}>` };
}

/** The kind of the message and of the fault: never an address, a person or what the mail server said, which may name both. */
function logFailure({ sink }: JobDeps, { kind }: Message, error: unknown): void {
  const fault = error instanceof Error ? error.name : 'not an error';
  const code = (error as { code?: unknown }).code;
  sink(
    JSON.stringify({ level: 'error', job: 'deliver', message: kind, fault, ...(typeof code === 'string' && { code }) }),
  );
}
