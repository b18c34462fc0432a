// What `npm start` does, in order: take the port, build, take the data folder, start the database, make the table, sign-in and site, seed.
// Everything begun is on the list of what to stop, so that a failure half-way leaves nothing behind. The heavy modules (the AWS SDK, the
// provider) are imported where they are used, so that a refusal at the door is quick.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Apps, Timed } from './apps.ts';
import { openDatabase, TABLE } from './database.ts';
import { type FrontDoor, portOf, takePort } from './front-door.ts';
import { CLIENT_ID, MOUNT } from './identity.ts';
import { takeLock } from './lock.ts';
import { demoPeople } from './people.ts';
import { sealKey } from './seal-key.ts';
import type { StartError } from './start-error.ts';
import { progressFile } from './stream-progress.ts';
import type { Streamed } from './streams.ts';

/** What the launcher is put together from; tests bring small ones of their own. */
export interface Parts {
  buildStale(log: (line: string) => void): Promise<void>;
  loadApps(env: Record<string, string>): Promise<Apps>;
  /** What timers start; asked for after the apps. */
  loadTimed(): Promise<Timed[]>;
  /** What the table's changes are handed to; likewise. */
  loadStreamed(): Promise<Streamed[]>;
  seedIfEmpty(env: Record<string, string>): Promise<void>;
  siteFolder: string;
  nowMs(): number;
  newId(): string;
  log(line: string): void;
  /** Takes what went wrong while running, a line each. */
  warn(line: string): void;
}

export interface Launched {
  origin: string;
  /** Resolves with the reason when the database is gone and did not come back. */
  failed: Promise<StartError>;
}

/** What must be undone at the end, newest first. A thing added after the end is undone at once. */
export interface Undo {
  add(undo: () => unknown): Promise<void>;
  all(): Promise<void>;
}

export function makeUndo(): Undo {
  const steps: (() => unknown)[] = [];
  let ended = false;
  return {
    async add(undo) {
      if (ended) await undo();
      else steps.push(undo);
    },
    async all() {
      ended = true;
      for (let undo = steps.pop(); undo !== undefined; undo = steps.pop()) await undo();
    },
  };
}

/** Starts everything, or throws: StartError when a person can do something about it. The caller runs `undo.all()` either way. */
export async function launch(env: NodeJS.ProcessEnv, parts: Parts, undo: Undo): Promise<Launched> {
  const door = await takePort(portOf(env.PORT), parts.warn);
  await undo.add(() => door.close());
  await parts.buildStale(parts.log);
  const folder = resolve(env.DATA_DIR || '.data');
  const { endpoint, failed } = await startDatabase(env, folder, { parts, undo });
  const appEnv = {
    ...appEnvironment(env, door.origin, endpoint),
    SEAL_KEY: sealKey(folder),
    ...mailEnvironment(folder),
  };
  await startTable(appEnv, parts, undo);
  await openSite(door, { folder, appEnv, parts });
  await parts.seedIfEmpty(appEnv);
  await startTurns(endpoint, folder, { parts, undo });
  return { origin: door.origin, failed };
}

async function startDatabase(env: NodeJS.ProcessEnv, folder: string, { parts, undo }: { parts: Parts; undo: Undo }) {
  const file = tableFile(folder);
  const lock = await takeLock(folder, file);
  await undo.add(lock.release);
  const nowSeconds = Math.floor(parts.nowMs() / 1000);
  const database = await openDatabase({ env, file, nowSeconds, onSpawn: lock.recordEngine });
  await undo.add(database.stop);
  return database;
}

function tableFile(folder: string): string {
  return join(folder, 'table.db');
}

async function startTable(env: Record<string, string>, parts: Parts, undo: Undo): Promise<void> {
  const [{ openTable }, { startSweeper }, { makeTable }] = await Promise.all([
    import('../store/table.ts'),
    import('./sweeper.ts'),
    import('./table.ts'),
  ]);
  const config = clientConfig(env);
  await makeTable(TABLE, config);
  await undo.add(startSweeper(openTable(TABLE, config), parts.nowMs));
}

async function openSite(door: FrontDoor, options: { folder: string; appEnv: Record<string, string>; parts: Parts }) {
  const { folder, appEnv, parts } = options;
  const [{ makeProvider }, { providerKeys }, { makeServer }] = await Promise.all([
    import('./provider.ts'),
    import('./provider-keys.ts'),
    import('./server.ts'),
  ]);
  const provider = makeProvider({
    origin: door.origin,
    keys: providerKeys(folder),
    people: demoPeople,
    warn: parts.warn,
  });
  const apps = await parts.loadApps(appEnv);
  door.open(makeServer({ apps, provider, siteFolder: parts.siteFolder, newId: parts.newId }));
}

/** What runs without a request: timers, and the readers of the table's stream. Only now, so that neither stands in the way of the start. */
async function startTurns(endpoint: string, folder: string, { parts, undo }: { parts: Parts; undo: Undo }) {
  const { loadTimed, loadStreamed, warn } = parts;
  const [timed, streamed] = await Promise.all([loadTimed(), loadStreamed()]);
  const [{ startTimers }, { startStreams }] = await Promise.all([import('./timers.ts'), import('./streams.ts')]);
  await undo.add(startTimers(timed, warn));
  const file = progressFile(tableFile(folder));
  await undo.add(startStreams({ endpoint, table: TABLE, file, streamed, warn }));
}

/** What the functions read from their environment: the names that they have on Lambda. */
function appEnvironment(env: NodeJS.ProcessEnv, origin: string, endpoint: string): Record<string, string> {
  return {
    TABLE_NAME: TABLE,
    DYNAMODB_ENDPOINT: endpoint,
    ORIGIN: origin,
    ISSUER: `${origin}${MOUNT}`,
    CLIENT_ID,
    AWS_REGION: env.AWS_REGION || 'us-east-1',
    // The embedded engine takes any; a real endpoint needs the ones that the environment brings.
    AWS_ACCESS_KEY_ID: env.AWS_ACCESS_KEY_ID || 'local',
    AWS_SECRET_ACCESS_KEY: env.AWS_SECRET_ACCESS_KEY || 'local',
    ...(env.AWS_SESSION_TOKEN && { AWS_SESSION_TOKEN: env.AWS_SESSION_TOKEN }),
  };
}

/** Mails are files beside the table, and are written while one looks. */
function mailEnvironment(folder: string): Record<string, string> {
  return { MAIL_URL: pathToFileURL(join(folder, 'mail')).href, MAIL_FROM: 'notice@zhuren.example', QUIET_SECONDS: '1' };
}

function clientConfig(env: Record<string, string>) {
  const { DYNAMODB_ENDPOINT = '', AWS_REGION = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = env;
  const token = env.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: env.AWS_SESSION_TOKEN };
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, ...token };
  return { endpoint: DYNAMODB_ENDPOINT, region: AWS_REGION, credentials };
}
