// Once for all stories: the site built, one browser, one engine, one launcher on it. What a file needs of them is provided to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildStale } from '../../functions/local/build.ts';
import { browserOptions } from '../support/browser.ts';
import { startEngine } from '../support/engine.ts';
import { startProduct } from '../support/product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser takes connections. */
    browser: string;
    /** The product that most stories share. */
    origin: string;
    /** The engine that holds its table. */
    endpoint: string;
    /** The file with everything that the product has said. */
    log: string;
    /** The folder with the mails that the product has sent. */
    mail: string;
  }
}

const undo: (() => unknown)[] = [];

export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhuren-browser-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  try {
    await buildStale(() => undefined);
    const server = await chromium.launchServer(await browserOptions(join(folder, 'chromium')));
    undo.push(() => server.close());
    const engine = await startEngine('file');
    undo.push(() => engine.stop());
    const log = join(folder, 'launcher.log');
    const product = await startProduct({ dataFolder: join(folder, 'data'), endpoint: engine.endpoint, log });
    undo.push(() => product.stop());
    project.provide('browser', server.wsEndpoint());
    project.provide('origin', product.origin);
    project.provide('endpoint', engine.endpoint);
    project.provide('log', log);
    project.provide('mail', join(folder, 'data/mail'));
  } catch (error) {
    await teardown();
    throw error;
  }
}

export async function teardown(): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
}
