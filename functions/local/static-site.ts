// Answers for the built site: index.html for a folder, /404.html for what is not there, and how long a browser may keep what it got.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cacheControl, immutablePrefixes } from '../contract/headers.ts';
import { acceptedEncodings, type StaticFile, staticFiles } from './static-files.ts';
import { pathParts } from './static-path.ts';

/** Serves the folder `root`. Only GET and HEAD; a folder is never listed. */
export function staticSite(root: string) {
  const files = staticFiles(root);

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response);
    const [path = '/', query] = split(request.url ?? '/');
    const accepts = acceptedEncodings(request.headers['accept-encoding']?.toString());
    const parts = pathParts(path);
    const found = parts && (await files.find(parts, accepts));
    if (parts === undefined || found === undefined || (found !== 'folder' && path.endsWith('/'))) {
      return sendMissing(request, response, await files.find(['404.html'], accepts));
    }
    if (found !== 'folder') return sendFile(request, response, found, caching(path));
    const index = await files.find([...parts, 'index.html'], accepts);
    if (index === undefined || index === 'folder') {
      return sendMissing(request, response, await files.find(['404.html'], accepts));
    }
    if (!path.endsWith('/')) return redirect(response, `${path}/${query === undefined ? '' : `?${query}`}`);
    return sendFile(request, response, index, cacheControl.revalidated);
  };
}

function split(url: string): [string, string?] {
  const at = url.indexOf('?');
  return at === -1 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

function caching(path: string): string {
  const hashed = immutablePrefixes.some((prefix) => path.startsWith(prefix));
  return hashed ? cacheControl.immutable : cacheControl.revalidated;
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile, keep: string): void {
  response.setHeader('cache-control', keep);
  response.setHeader('etag', file.etag);
  if (file.varies) response.setHeader('vary', 'accept-encoding');
  if (matches(request.headers['if-none-match'], file.etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  sendBody(request, response, file);
}

function sendMissing(
  request: IncomingMessage,
  response: ServerResponse,
  page: StaticFile | 'folder' | undefined,
): void {
  response.statusCode = 404;
  response.setHeader('cache-control', cacheControl.revalidated);
  if (page !== undefined && page !== 'folder') {
    sendBody(request, response, page);
    return;
  }
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(request.method === 'HEAD' ? undefined : '没有这个页面。Not found.\n');
}

function sendBody(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  response.setHeader('content-type', file.type);
  response.setHeader('content-length', file.body.length);
  if (file.encoding !== undefined) response.setHeader('content-encoding', file.encoding);
  if (file.varies) response.setHeader('vary', 'accept-encoding');
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

/** Weak comparison, as RFC 9110 §13.1.2 asks of If-None-Match. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

function redirect(response: ServerResponse, location: string): void {
  response.statusCode = 308;
  response.setHeader('cache-control', cacheControl.revalidated);
  response.setHeader('location', location);
  response.end();
}

function refuseMethod(response: ServerResponse): void {
  response.statusCode = 405;
  response.setHeader('allow', 'GET, HEAD');
  response.end();
}
