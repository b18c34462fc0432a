// Processes that the bench measures: started with an environment of their own, spoken to by messages. What they print is dropped.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Child {
  /** The next message it sends; rejects when it ends first. */
  next<T>(): Promise<T>;
  send(message: object): void;
  stop(): void;
}

/** Starts a runner. Nothing of our environment goes with it but where programs are: no compile cache, no options. */
export function startRunner(runner: URL, args: readonly string[], env: Record<string, string> = {}): Child {
  const child = fork(fileURLToPath(runner), args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  return {
    next: <T>() => nextMessage<T>(child, () => said),
    send: (message) => child.send(message),
    stop: () => child.kill(),
  };
}

function nextMessage<T>(child: ChildProcess, said: () => string): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const ended = (code: number | null) =>
    reject(new Error(`a runner ended (${code}) without an answer: ${said().trim()}`));
  child.once('error', reject);
  child.once('close', ended);
  child.once('message', (message) => {
    child.off('error', reject);
    child.off('close', ended);
    resolve(message as T);
  });
  return promise;
}
