// Other processes of this machine: whether one still runs, whether it is the one we knew, and how it is ended. Always by its id.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A process as it was when recorded. `started` tells it from a later one with the same id; null where the system does not say. */
export interface KnownProcess {
  pid: number;
  started: string | null;
}

/** Field 22 of /proc/PID/stat (see proc(5)): clock ticks after boot at which the process started. */
const START_TIME_FIELD = 22;

export function known(pid: number): KnownProcess {
  return { pid, started: startTime(pid) };
}

/** Whether that very process still runs. A zombie does not. */
export function isRunning({ pid, started }: KnownProcess): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const fields = statFields(pid);
  if (fields?.[0] === 'Z') return false;
  return started === null || started === startTime(pid);
}

/** The command line of a process, its arguments separated by spaces; empty when it cannot be read. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return commandLineFromPs(pid);
  }
}

/** Ends a process: politely, and after `graceMs` by force. Resolves when it is gone. */
export async function end(target: KnownProcess, graceMs = 3000): Promise<void> {
  signal(target.pid, 'SIGTERM');
  for (let waited = 0; isRunning(target) && waited < graceMs; waited += 20) await wait(20);
  if (isRunning(target)) signal(target.pid, 'SIGKILL');
  while (isRunning(target)) await wait(20);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function startTime(pid: number): string | null {
  return statFields(pid)?.[START_TIME_FIELD - 3] ?? null;
}

/** The fields of /proc/PID/stat from the third on: the second, the command in parentheses, may hold anything. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function commandLineFromPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return '';
  }
}
