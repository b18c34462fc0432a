// The built site from the disk: files with their types, tags and compressed forms, kept in a small memory.
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.wasm': 'application/wasm',
};

/** Below this a compressed body is no smaller on the wire. */
const WORTH_BYTES = 860;
const MEMORY_BYTES = 32 * 2 ** 20;
/** Level 5: a fifth of the time of the highest for nearly its size. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const packers = {
  br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

export type Encoding = keyof typeof packers;

export interface StaticFile {
  type: string;
  /** Quoted, as it stands in the header; another for each encoding. */
  etag: string;
  body: Buffer;
  /** Undefined for the file as it is. */
  encoding: Encoding | undefined;
  /** Whether another caller may get another encoding. */
  varies: boolean;
}

export interface StaticFiles {
  /** The file at these parts of a path, in the best form the caller takes; 'folder' for a folder; undefined when there is neither. */
  find(parts: readonly string[], accepts: readonly Encoding[]): Promise<StaticFile | 'folder' | undefined>;
}

export function staticFiles(root: string): StaticFiles {
  const memory = new Map<string, StaticFile>();
  let held = 0;

  function remember(key: string, file: StaticFile): void {
    memory.set(key, file);
    held += file.body.length;
    for (const [oldest, { body }] of memory) {
      if (held <= MEMORY_BYTES) return;
      memory.delete(oldest);
      held -= body.length;
    }
  }

  return {
    async find(parts, accepts) {
      const path = join(root, ...parts);
      const found = await stat(path).catch(() => undefined);
      if (found?.isDirectory()) return 'folder';
      if (!found?.isFile() || !(await isInside(root, path))) return undefined;
      const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
      const varies = /charset=utf-8|wasm/.test(type) && found.size >= WORTH_BYTES;
      const encoding = varies ? accepts[0] : undefined;
      const key = `${path}\n${found.mtimeMs}\n${found.size}\n${encoding}`;
      const kept = memory.get(key);
      if (kept !== undefined) return kept;
      const file = await load(path, { type, encoding, varies });
      if (!memory.has(key)) remember(key, file);
      return file;
    },
  };
}

async function load(path: string, form: Omit<StaticFile, 'body' | 'etag'>): Promise<StaticFile> {
  const plain = await readFile(path);
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  const { encoding } = form;
  if (encoding === undefined) return { ...form, body: plain, etag: `"${hash}"` };
  return { ...form, body: await packers[encoding](plain), etag: `"${hash}-${encoding}"` };
}

/** A link inside the site may not lead out of it. */
async function isInside(root: string, path: string): Promise<boolean> {
  const [top, real] = await Promise.all([realpath(root), realpath(path)]);
  return real.startsWith(top + sep);
}

/** The encodings a caller takes, best first: `accept-encoding: gzip;q=0.5, br` → ['br', 'gzip']; a `q=0` is a refusal. */
export function acceptedEncodings(header: string | undefined): Encoding[] {
  const named = new Map((header ?? '').split(',').map((part) => weighed(part)));
  return (['br', 'gzip'] as const).filter((encoding) => (named.get(encoding) ?? named.get('*') ?? 0) > 0);
}

function weighed(part: string): [string, number] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, q === undefined ? 1 : Number(q.slice(2))];
}
