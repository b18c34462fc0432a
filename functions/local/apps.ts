// The deployed functions' bundles, run in this process: the same code that AWS runs, one app for each audience.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Audience } from '../contract/routes.ts';
import { manifest } from '../entry/manifest.ts';
import { StartError } from './start-error.ts';

/** What a bundle exports as `app`. */
export interface App {
  fetch(request: Request): Response | Promise<Response>;
}

export type Apps = ReadonlyMap<Audience, App>;

/**
 * Loads the manifest's bundles from `folder`/<name>/index.mjs. They read their configuration from the process's environment as
 * they load, as on Lambda, so `env` is put there first. Throws StartError for a bundle that is missing.
 */
export async function loadApps(folder: string, env: Record<string, string>): Promise<Apps> {
  Object.assign(process.env, env);
  return new Map(
    await Promise.all(manifest.map(async ({ name, audience }) => [audience, await load(folder, name)] as const)),
  );
}

async function load(folder: string, name: string): Promise<App> {
  const file = join(folder, name, 'index.mjs');
  if (!existsSync(file)) throw missing(name, file);
  const { app } = (await import(pathToFileURL(file).href)) as { app?: App };
  if (typeof app?.fetch !== 'function') throw missing(name, file);
  return app;
}

function missing(name: string, file: string): StartError {
  return new StartError(
    `没有找到函数「${name}」的构建结果 ${file}：请删除 dist 目录后重新运行 npm start。`,
    `The bundle of the function "${name}" is missing: delete the dist folder and run npm start again.`,
  );
}
