// Build time only: makes /sw.js from what was built. (No plugin does this for this Astro: they build without an error and write nothing.)
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { packPath } from '../../../functions/domain/questions/release.ts';
import { builtCatalogue } from './release.ts';

const SHELL = /\.(html|js|css|svg|webmanifest)$/;

/** The pages of staff need the network for whatever they do: no candidate's phone keeps them. The styles of their forms are others' too. */
const STAFF = /^(en\/)?staff\/|^_astro\/(staff|staff-tree|read-file)\./;

/** The reader of codes for browsers that have none of their own: fetched by whoever opens the camera, and not by everybody else. */
const ON_DEMAND = /^_astro\/jsQR\./;

export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .map((file) => file.replaceAll('\\', '/'))
          .filter(
            (file) =>
              SHELL.test(file) && file !== 'sw.js' && file !== '404.html' && !STAFF.test(file) && !ON_DEMAND.test(file),
          )
          .sort();
        const version = createHash('sha256');
        for (const file of files) version.update(file).update(readFileSync(`${folder}${file}`));
        const paths = files.map((file) => `/${file.replace(/index\.html$/, '')}`);
        await build({
          entryPoints: [fileURLToPath(new URL('../worker/sw.ts', import.meta.url))],
          outfile: `${folder}sw.js`,
          bundle: true,
          minify: true,
          target: 'es2022',
          define: {
            VERSION: JSON.stringify(version.digest('hex').slice(0, 16)),
            SHELL_FILES: JSON.stringify([...paths, packPath(builtCatalogue())]),
          },
          logLevel: 'error',
        });
      },
    },
  };
}
