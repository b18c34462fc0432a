// The stages as they would be deployed, built from placeholders in a temporary folder: no test here needs a build before it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { manifest } from '../../functions/entry/manifest.ts';
import { buildApp } from '../../infra/build-app.ts';
import type { Built } from '../../infra/stack.ts';
import { type Stage, stagesFrom } from '../../infra/stages.ts';

export interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is JSON whose form is CloudFormation's
  Properties: any;
  DeletionPolicy?: string;
}

export interface Template {
  Resources: Record<string, Resource>;
}

/** The stages as a deployer finds them who has set nothing. */
export const stages: Record<'global' | 'china', Stage> = stagesFrom({});

/** One stage's template. */
export function templateOf(stage: Stage): Template {
  const app = buildApp({ stages: [stage], built: placeholderBuild(), outdir: temporaryFolder() });
  return app.synth().getStackByName(`zhuren-${stage.name}`).template;
}

/** [logical id, resource] of every resource of a type. */
export function ofType(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/** The only resource of a type; throws when there are none or several. */
export function onlyOne(template: Template, type: string): Resource {
  const found = ofType(template, type);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} resources are ${type}; one was expected.`);
  return first[1];
}

/** A build small enough to read: every function and five files of a site. */
export function placeholderBuild(): Built {
  const root = temporaryFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const { name } of manifest) write(`functions/${name}/index.mjs`, `export const handler = '${name}';\n`);
  for (const page of ['index.html', '404.html', 'practice/index.html'])
    write(`site/${page}`, `<!doctype html>${page}\n`);
  for (const hashed of ['packs/0a1b.json', '_astro/0a1b.js']) write(`site/${hashed}`, '{}\n');
  return { bundles: join(root, 'functions'), site: join(root, 'site') };
}

/** A folder that is gone when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhuren-infra-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

// One synthesis takes seconds on a busy machine, more than vitest's default for a test.
vi.setConfig({ testTimeout: 60_000 });

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
