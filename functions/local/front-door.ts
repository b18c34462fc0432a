// The one address of the launcher: takes the port first and answers later, gives every answer the security headers,
// and lets nobody in under another name than 127.0.0.1 (a page of another site must not reach us by rebinding its own name).
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { cacheControl, securityHeaders } from '../contract/headers.ts';
import { StartError } from './start-error.ts';

const HOST = '127.0.0.1';

/** Against slow senders: a header within 10 s, a whole request within 30 s, as long as a function may take on AWS. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };
const MOST_CONNECTIONS = 1000;
const CLOSE_MS = 1000;

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface FrontDoor {
  /** `http://127.0.0.1:PORT`, with no slash at the end. */
  origin: string;
  /** Begins to answer. Requests that came before have waited for this. */
  open(handler: Handler): void;
  close(): Promise<void>;
}

/** `PORT` as given: 8080 when absent, 0 for any free one. Throws StartError for what is no port. */
export function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 8080;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new StartError(
    `PORT=${text} 不是端口号：请用 0 到 65535 之间的数字。`,
    'PORT must be a number from 0 to 65535.',
  );
}

/** Takes the port; `warn` is told what breaks off inside a handler. Throws StartError when the port is in use or not allowed. */
export async function takePort(port: number, warn: (line: string) => void): Promise<FrontDoor> {
  const { promise: ready, resolve: open } = Promise.withResolvers<Handler>();
  const server = createServer({ ...TIMEOUTS, requireHostHeader: false });
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, port);
  const { port: taken } = server.address() as { port: number };
  const host = `${HOST}:${taken}`;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    withSecurityHeaders(response);
    try {
      if (isAtHome(request, response, host)) await (await ready)(request, response);
    } catch (error) {
      warn(`request failed: ${(error as Error).message}`);
      fail(response);
    }
  };
  server.on('request', answer);
  server.on('checkExpectation', answer);
  server.on('clientError', refuseGarbage);
  return { origin: `http://${host}`, open, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) => reject(refused(port, error)));
  server.listen(port, HOST, () => resolve());
  return promise;
}

function refused(port: number, error: NodeJS.ErrnoException): StartError {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `端口 ${port} 已被占用：请先停止占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`,
      `Port ${port} is in use: stop the program that holds it, or choose another, as in PORT=${port + 1} npm start.`,
      { cause: error },
    );
  }
  return new StartError(
    `端口 ${port} 无法使用（${error.code}）：请换一个端口，例如 PORT=8080 npm start。`,
    `Port ${port} cannot be used (${error.code}): choose another, as in PORT=8080 npm start.`,
    { cause: error },
  );
}

/** Whether the request is addressed to us; when not, it is answered here: sent to the right address, or refused. */
function isAtHome(request: IncomingMessage, response: ServerResponse, host: string): boolean {
  const { url = '', method } = request;
  if (!url.startsWith('/')) return refuse(response, 400);
  if (request.headers.host === host) return true;
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 421);
  response.setHeader('location', `http://${host}${url}`);
  return refuse(response, 307);
}

function refuse(response: ServerResponse, status: number): false {
  response.statusCode = status;
  response.setHeader('cache-control', cacheControl.api);
  response.setHeader('content-length', 0);
  response.end();
  return false;
}

/** At the last moment before they go, so that no handler can drop them on its way to an error. */
function withSecurityHeaders(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = (...rest: unknown[]) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    return Reflect.apply(writeHead, response, rest);
  };
}

function fail(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  refuse(response, 500);
}

/** What is no HTTP never becomes a request: answered on the socket itself. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const tooSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = tooSlow ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const headers = Object.entries({ ...securityHeaders, connection: 'close', 'content-length': '0' });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n`);
}

/** Lets answers under way finish for a second, then hangs up. */
async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
  await promise;
  clearTimeout(force);
}
