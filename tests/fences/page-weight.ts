// What a built page makes a browser fetch before and after it is used: the JavaScript and CSS its HTML names, and all that these import.
// Bytes are gzip's, a file at a time, as a CDN sends them. The size budget and the bench both count here.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface PageWeight {
  /** The page's file from the site's folder: `practice/index.html`. */
  page: string;
  /** Gzipped bytes of all JavaScript and CSS, what is inline included. */
  bytes: number;
  /** The JavaScript and CSS files, from the site's folder. */
  files: { path: string; bytes: number }[];
}

/** The weight of a page of a built site. Throws when the page names a file that is not there. */
export async function pageWeight(site: string, page: string): Promise<PageWeight> {
  const html = readFileSync(join(site, page), 'utf8');
  const named = referencesIn(html);
  const modules = await moduleGraph(
    site,
    named.filter((path) => /\.m?js$/.test(path)),
  );
  const paths = [...new Set([...named, ...modules])].sort();
  const files = paths.map((path) => ({ path, bytes: gzipped(readFileSync(join(site, path))) }));
  const inline = inlineIn(html).reduce((sum, text) => sum + gzipped(text), 0);
  return { page, files, bytes: files.reduce((sum, file) => sum + file.bytes, inline) };
}

/** The site's own scripts and styles that HTML names, islands' modules included, as paths from the site's folder. */
function referencesIn(html: string): string[] {
  const values = [...html.matchAll(/\b(?:src|href|component-url|renderer-url|before-hydration-url)="(\/[^"]+)"/g)];
  return values.map((match) => (match[1] ?? '').slice(1)).filter((path) => /\.(m?js|css)$/.test(path));
}

/** Scripts and styles written into the page itself. */
function inlineIn(html: string): string[] {
  const elements = [...html.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g)];
  return elements.map((match) => match[2] ?? '').filter((text) => text.trim() !== '');
}

/** All that modules import, at once or later, and the CSS they bring: esbuild reads the graph, and nothing is written. */
async function moduleGraph(site: string, entries: readonly string[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const { metafile } = await build({
    absWorkingDir: site,
    entryPoints: entries.map((path) => join(site, path)),
    bundle: true,
    format: 'esm',
    metafile: true,
    outdir: join(site, 'nowhere'),
    write: false,
    logLevel: 'silent',
    plugins: [fromRoot(site)],
  });
  return Object.keys(metafile.inputs).map((path) => relative(site, join(site, path)));
}

/** `/_astro/x.js` in an import means the site's folder. */
function fromRoot(site: string) {
  return {
    name: 'from-root',
    setup(api: import('esbuild').PluginBuild) {
      api.onResolve({ filter: /^\// }, ({ path, importer }) =>
        importer === '' ? undefined : { path: path.startsWith(dirname(site)) ? path : join(site, path) },
      );
    },
  };
}

function gzipped(content: Buffer | string): number {
  return gzipSync(content, { level: 9 }).byteLength;
}
