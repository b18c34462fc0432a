// The site: Astro's build of site/ with the bank's packs beside it, `dist/site`. Astro runs in a process of its own: it keeps much in memory.
import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { BuildError, type Part } from './bundle-part.ts';

export const sitePart: Part = {
  name: 'site',
  inputs: [
    'site',
    'functions/contract',
    'functions/domain',
    'functions/local/bundle-site.ts',
    'dist/bank',
    'package-lock.json',
    'tsconfig.json',
  ],
  async make({ root, into, log }) {
    if (!existsSync(join(root, 'site/astro.config.ts'))) throw new BuildError('There is no site/astro.config.ts.');
    await astroBuild(root, into);
    cpSync(join(root, 'dist/bank/packs'), join(into, 'packs'), { recursive: true });
    log('site: built');
  },
};

async function astroBuild(root: string, into: string): Promise<void> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--root', 'site', '--outDir', into], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (code !== 0) throw new BuildError(`The site does not build:\n${out}${err}`);
}
