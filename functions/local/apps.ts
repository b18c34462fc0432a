// The deployed functions' bundles, run in this process: the same code that AWS runs, one app for each audience, what timers start, and what reads the table's stream.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Audience } from '../contract/routes.ts';
import { isAnswering, isStreamed, isTimed } from '../entry/function-entry.ts';
import { manifest } from '../entry/manifest.ts';
import { StartError } from './start-error.ts';
import type { Streamed } from './streams.ts';

/** What a bundle exports as `app`. */
export interface App {
  fetch(request: Request): Response | Promise<Response>;
}

export type Apps = ReadonlyMap<Audience, App>;

/** What a timer starts: the bundle's handler. */
export interface Timed {
  name: string;
  everyMinutes: number;
  run(): Promise<unknown>;
}

/**
 * Loads the manifest's bundles from `folder`/<name>/index.mjs. They read their configuration from the process's environment as
 * they load, as on Lambda, so `env` is put there first. Throws StartError for a bundle that is missing.
 */
export async function loadApps(folder: string, env: Record<string, string>): Promise<Apps> {
  Object.assign(process.env, env);
  return new Map(
    await Promise.all(
      manifest.filter(isAnswering).map(async ({ name, audience }) => [audience, await loadApp(folder, name)] as const),
    ),
  );
}

/** Loads what timers start, from the same folder; after `loadApps`, for the environment is the same. */
export async function loadTimed(folder: string): Promise<Timed[]> {
  return Promise.all(
    manifest.filter(isTimed).map(async ({ name, everyMinutes }) => {
      const { handler } = await load<{ handler: Timed['run'] }>(folder, name);
      if (typeof handler !== 'function') throw missing(name, fileOf(folder, name));
      return { name, everyMinutes, run: handler };
    }),
  );
}

/** Loads what the table's changes are handed to; likewise. */
export async function loadStreamed(folder: string): Promise<Streamed[]> {
  return Promise.all(
    manifest.filter(isStreamed).map(async ({ name, stream }) => {
      const { handler } = await load<{ handler: Streamed['run'] }>(folder, name);
      if (typeof handler !== 'function') throw missing(name, fileOf(folder, name));
      return { name, stream, run: handler };
    }),
  );
}

async function loadApp(folder: string, name: string): Promise<App> {
  const { app } = await load<{ app: App }>(folder, name);
  if (typeof app?.fetch !== 'function') throw missing(name, fileOf(folder, name));
  return app;
}

async function load<T>(folder: string, name: string): Promise<Partial<T>> {
  const file = fileOf(folder, name);
  if (!existsSync(file)) throw missing(name, file);
  return import(pathToFileURL(file).href);
}

function fileOf(folder: string, name: string): string {
  return join(folder, name, 'index.mjs');
}

function missing(name: string, file: string): StartError {
  return new StartError(
    `没有找到函数「${name}」的构建结果 ${file}：请删除 dist 目录后重新运行 npm start。`,
    `The bundle of the function "${name}" is missing: delete the dist folder and run npm start again.`,
  );
}
