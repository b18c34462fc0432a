// The request counter: a proxy between the browser and the product that counts what really leaves the browser, whatever its caches do, and can cut the line.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export interface Counted {
  path: string;
  /** What the browser fetches it as (Sec-Fetch-Dest): `document`, `script`, `style`, `manifest`, `serviceworker`; `empty` is a fetch. */
  type: string;
  /** Whether the service worker asked, filling its cache, and not the page. */
  byWorker: boolean;
  /** Bytes of the answer's body as they came over the line. */
  bytes: number;
}

export interface Counter {
  origin: string;
  /** What was asked since the last call. */
  taken(): Counted[];
  /** From now on every request is counted and then cut off. */
  cut(): void;
  close(): Promise<void>;
}

export async function startCounter(target: string): Promise<Counter> {
  let seen: Counted[] = [];
  let isCut = false;
  const server = createServer((asked, answer) => {
    const counted = countedOf(asked);
    seen.push(counted);
    if (isCut) answer.destroy();
    else forward(target, { asked, answer, counted });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    taken() {
      const before = seen;
      seen = [];
      return before;
    },
    cut() {
      isCut = true;
      server.closeIdleConnections();
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function countedOf({ url = '', headers }: IncomingMessage): Counted {
  const type = String(headers['sec-fetch-dest'] ?? 'unknown');
  const byWorker = type === 'serviceworker' || new URL(headers.referer ?? 'http://none/').pathname.endsWith('/sw.js');
  return { path: url, type, byWorker, bytes: 0 };
}

/** Hands a request on under the product's own name, because it answers to no other. */
function forward(
  target: string,
  { asked, answer, counted }: { asked: IncomingMessage; answer: ServerResponse; counted: Counted },
): void {
  const headers = { ...asked.headers, host: new URL(target).host };
  const onward = request(`${target}${asked.url}`, { method: asked.method ?? 'GET', headers }, (got) => {
    answer.writeHead(got.statusCode ?? 502, got.headers);
    got.on('data', (chunk: Buffer) => {
      counted.bytes += chunk.byteLength;
    });
    got.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}

/** How many requests of each type: 'document 1, script 3'. */
export function byType(counted: readonly Counted[]): string {
  const types = [...new Set(counted.map(({ type }) => type))];
  return types.map((type) => `${type} ${counted.filter((one) => one.type === type).length}`).join(', ');
}
