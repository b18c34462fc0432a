// Where the table lives on this machine: the embedded engine on a file of the data folder, or the endpoint that the environment names.
import { type Engine, engineBinary, startEngine } from './engine.ts';
import { tendEngineFile } from './engine-file.ts';
import type { StartError } from './start-error.ts';
import { readUpTo } from './stream-progress.ts';

/** What the table is called on this machine. */
export const TABLE = 'zhuren';

export interface DatabaseOptions {
  env: NodeJS.ProcessEnv;
  /** The embedded engine's file. */
  file: string;
  /** Epoch seconds: the stream's older records are dropped at the start. */
  nowSeconds: number;
  onSpawn: (pid: number) => void;
}

export interface Database {
  endpoint: string;
  /** Resolves with the reason when the database is gone for good; an endpoint that is not ours never tells. */
  failed: Promise<StartError>;
  stop(): Promise<void>;
}

/** Throws StartError when there is no engine, its file is damaged, or it does not start. */
export async function openDatabase({ env, file, nowSeconds, onSpawn }: DatabaseOptions): Promise<Database> {
  const endpoint = env.DYNAMODB_ENDPOINT;
  if (endpoint) return { endpoint, failed: Promise.withResolvers<StartError>().promise, stop: async () => undefined };
  const options = { binary: engineBinary(env), file, onSpawn };
  if (tendEngineFile(file, nowSeconds, readUpTo(file)) === 'empty') await layOut(options, nowSeconds);
  return startEngine(options);
}

/** A new file gets its tables from a first short run of the engine, and then the index that its stream needs. */
async function layOut(options: { binary: string; file: string; onSpawn: (pid: number) => void }, nowSeconds: number) {
  const engine: Engine = await startEngine(options);
  await engine.stop();
  tendEngineFile(options.file, nowSeconds);
}
