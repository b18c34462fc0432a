import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { securityHeaders } from '../../../functions/contract/headers.ts';
import { demoPeople } from '../../../functions/local/people.ts';
import { isRunning, type KnownProcess } from '../../../functions/local/processes.ts';
import { clientConfig, guard } from '../../support/engine.ts';
import { ask } from './ask.ts';
import { scratchFolder, until } from './scratch.ts';

// Each of these starts real processes, some of them several.
vi.setConfig({ testTimeout: 30_000 });

const launchers: ChildProcess[] = [];
const guards: ChildProcess[] = [];

afterEach(async () => {
  for (const child of launchers.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
  for (const one of guards.splice(0)) one.kill('SIGKILL');
});

interface Launcher {
  child: ChildProcess;
  out(): string;
  err(): string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

function start(folder: string, env: Record<string, string> = {}): Launcher {
  const script = new URL('./small-launcher.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--no-warnings', script], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, SITE_FOLDER: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  launchers.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return { child, out: () => said.out, err: () => said.err, ended };
}

/** The address, once the launcher has printed everything. */
async function running({ out, err }: Launcher): Promise<string> {
  return until(() => {
    expect(err()).toBe('');
    expect(out()).toContain('Ctrl-C');
    return /http:\/\/127\.0\.0\.1:\d+/.exec(out())?.[0] ?? '';
  });
}

function engineOf(folder: string): KnownProcess {
  const { engine } = JSON.parse(readFileSync(join(folder, 'launcher.json'), 'utf8'));
  guards.push(guard(engine.pid));
  return engine;
}

/** Two lines, Chinese and English, and nothing of the program's inside. */
function expectOneSentence(said: string, chinese: string): void {
  const [first = '', second = '', ...rest] = said.split('\n');
  expect(first).toContain(chinese);
  expect(second).toMatch(/^[A-Z][ -~]+\.$/);
  expect(rest).toEqual(['']);
}

async function environmentOf(origin: string): Promise<Record<string, string>> {
  return JSON.parse((await ask(origin, { path: '/api/public/environment' })).body);
}

describe('the launcher', () => {
  test('seeds, prints the address, the demo people and how to stop, and serves everything on one port', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'index.html'), 'the site');
    const launcher = start(folder);
    const origin = await running(launcher);
    expect(launcher.out()).toContain('seeding zhuren');
    for (const { name } of demoPeople) expect(launcher.out()).toContain(name);
    expect((await ask(origin, {})).body).toBe('the site');
    const discovery = await ask(origin, { path: '/idp/.well-known/openid-configuration' });
    expect(JSON.parse(discovery.body)).toMatchObject({
      issuer: `${origin}/idp`,
      token_endpoint: `${origin}/idp/token`,
    });
    expect(discovery.headers).toMatchObject(securityHeaders);
  });

  test('gives the functions what they read on Lambda', async () => {
    const origin = await running(start(scratchFolder()));
    expect(await environmentOf(origin)).toEqual({
      TABLE_NAME: 'zhuren',
      DYNAMODB_ENDPOINT: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      ORIGIN: origin,
      ISSUER: `${origin}/idp`,
      CLIENT_ID: 'zhuren',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      SEAL_KEY: expect.stringMatching(/^[0-9a-f]{64}$/),
      MAIL_URL: expect.stringMatching(/^file:\/\/\/.*\/mail$/),
      MAIL_FROM: 'notice@zhuren.example',
      QUIET_SECONDS: '1',
    });
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops everything and is no failure', async (signal) => {
    const folder = scratchFolder();
    const launcher = start(folder);
    await running(launcher);
    const engine = engineOf(folder);
    expect(isRunning(engine)).toBe(true);
    launcher.child.kill(signal);
    expect(await launcher.ended).toEqual({ code: 0, signal: null });
    expect(isRunning(engine)).toBe(false);
    expect(launcher.err()).toBe('');
  });

  test('can be stopped while it is still building', async () => {
    const launcher = start(scratchFolder(), { PARTS_FAIL: 'slow build' });
    await until(() => expect(launcher.out()).toContain('building'));
    launcher.child.kill('SIGINT');
    expect(await launcher.ended).toEqual({ code: 0, signal: null });
  });

  test('keeps its data and its keys from one run to the next', async () => {
    const folder = scratchFolder();
    const Key = { PK: { S: 'a' }, SK: { S: 'x' } };
    const first = start(folder);
    const before = await environmentOf(await running(first));
    const client = new DynamoDBClient(clientConfig(before.DYNAMODB_ENDPOINT ?? ''));
    await client.send(new PutItemCommand({ TableName: 'zhuren', Item: { ...Key, text: { S: '留下' } } }));
    const keys = readFileSync(join(folder, 'identity.json'), 'utf8');
    first.child.kill('SIGINT');
    await first.ended;
    const after = await environmentOf(await running(start(folder)));
    const later = new DynamoDBClient(clientConfig(after.DYNAMODB_ENDPOINT ?? ''));
    expect((await later.send(new GetItemCommand({ TableName: 'zhuren', Key }))).Item?.text).toEqual({ S: '留下' });
    expect(readFileSync(join(folder, 'identity.json'), 'utf8')).toBe(keys);
  });

  test('killed with its data being written, it starts again, stops the engine left over, and has lost nothing', async () => {
    const folder = scratchFolder();
    const first = start(folder);
    const { DYNAMODB_ENDPOINT: endpoint = '' } = await environmentOf(await running(first));
    const orphan = engineOf(folder);
    const client = new DynamoDBClient({ ...clientConfig(endpoint), maxAttempts: 1 });
    const acknowledged: string[] = [];
    const write = async (): Promise<void> => {
      const key = `P${acknowledged.length}`;
      await client.send(new PutItemCommand({ TableName: 'zhuren', Item: { PK: { S: key }, SK: { S: 'x' } } }));
      acknowledged.push(key);
      return write();
    };
    const writing = write().catch(() => 'cut off');
    await until(() => expect(acknowledged.length).toBeGreaterThan(20));
    first.child.kill('SIGKILL');
    await first.ended;
    expect(isRunning(orphan)).toBe(true);
    const after = await environmentOf(await running(start(folder)));
    expect(await writing).toBe('cut off');
    expect(isRunning(orphan)).toBe(false);
    const reader = new DynamoDBClient(clientConfig(after.DYNAMODB_ENDPOINT ?? ''));
    for (const key of acknowledged) {
      const found = await reader.send(
        new GetItemCommand({ TableName: 'zhuren', Key: { PK: { S: key }, SK: { S: 'x' } } }),
      );
      expect(found.Item).toBeDefined();
    }
  });

  test('an endpoint that is given is used, and no engine is started', async () => {
    const [outer, folder] = [scratchFolder(), scratchFolder()];
    const { DYNAMODB_ENDPOINT = '' } = await environmentOf(await running(start(outer)));
    const origin = await running(start(folder, { DYNAMODB_ENDPOINT, DYNOXIDE_BIN: '/no/such/program' }));
    expect(await environmentOf(origin)).toMatchObject({ DYNAMODB_ENDPOINT });
    expect(existsSync(join(folder, 'table.db'))).toBe(false);
  });
});

describe('one clear sentence and exit code 1', () => {
  async function fails(folder: string, env: Record<string, string>, chinese: string): Promise<Launcher> {
    const launcher = start(folder, env);
    expect(await launcher.ended).toEqual({ code: 1, signal: null });
    expectOneSentence(launcher.err(), chinese);
    return launcher;
  }

  test('when the port is in use, said before anything is built', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const launcher = await fails(scratchFolder(), { PORT: String(port) }, `端口 ${port} 已被占用`);
    expect(launcher.out()).toBe('');
    other.close();
  });

  test('when the data folder cannot be written', async () => {
    const file = join(scratchFolder(), 'a-file');
    writeFileSync(file, '');
    await fails(join(file, 'data'), {}, '无法写入');
  });

  test('when another launcher has the folder, which goes on undisturbed', async () => {
    const folder = scratchFolder();
    const first = start(folder);
    const origin = await running(first);
    await fails(folder, {}, `（进程 ${first.child.pid}）`);
    expect((await environmentOf(origin)).TABLE_NAME).toBe('zhuren');
  });

  test('when the database file is damaged, which is left as it is', async () => {
    const folder = scratchFolder();
    const file = join(folder, 'table.db');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, 'noise'.repeat(2000));
    await fails(folder, {}, '已损坏');
    expect(readFileSync(file, 'utf8')).toBe('noise'.repeat(2000));
  });

  test.each([
    ['PORT is no number', { PORT: 'eighty' }, 'PORT=eighty'],
    ['the engine is not where it is said to be', { DYNOXIDE_BIN: '/no/such/program' }, 'DYNOXIDE_BIN'],
    ['the engine does not run', { DYNOXIDE_BIN: '/bin/false' }, '无法运行'],
    ['the endpoint does not answer', { DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }, 'DYNAMODB_ENDPOINT'],
  ])('when %s', async (_what, env, chinese) => {
    await fails(scratchFolder(), env, chinese);
  });

  test('when the engine cannot be kept alive', async () => {
    const folder = scratchFolder();
    const launcher = start(folder);
    await running(launcher);
    let killed = 0;
    while (launcher.child.exitCode === null) {
      const engine = engineOf(folder);
      if (killed !== engine.pid && isRunning(engine)) process.kill(engine.pid, 'SIGKILL');
      killed = engine.pid;
      await Promise.race([launcher.ended, until(() => expect(engineOf(folder).pid).not.toBe(killed)).catch(() => 0)]);
    }
    expect((await launcher.ended).code).toBe(1);
    expectOneSentence(launcher.err(), '无法运行');
  });

  test('when a part does not build', async () => {
    const launcher = start(scratchFolder(), { PARTS_FAIL: 'build' });
    expect((await launcher.ended).code).toBe(1);
    expect(launcher.err()).toBe('This part does not build.\n');
  });
});

test('a fault of our own keeps its stack, and still leaves no engine behind', async () => {
  const folder = scratchFolder();
  const launcher = start(folder, { PARTS_FAIL: 'seed' });
  expect((await launcher.ended).code).toBe(1);
  expect(launcher.err()).toMatch(/the seed broke[\s\S]* at /);
  expect(isRunning(engineOf(folder))).toBe(false);
});
