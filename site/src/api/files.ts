// Routes that answer with a file: its bytes, and what its headers say. A failure is told as the client tells it.
import type { Input } from '../../../functions/contract/index.ts';
import type { RouteName } from '../../../functions/contract/routes.ts';
import { ApiProblem, request, toldBy } from './client.ts';

/** A file takes longer than an answer: a function has 29 s for it. */
const TIMEOUT_MS = 40_000;

export interface FileAnswer {
  blob: Blob;
  headers: Headers;
}

interface Sent<R extends RouteName> {
  params: Input<R>['params'];
  query: Input<R>['query'];
}

/** Reads a file by its route. Throws ApiProblem. */
export async function readFile<R extends RouteName>(send: typeof fetch, name: R, sent: Sent<R>): Promise<FileAnswer> {
  const { url, init } = request(name, sent as { params: object; query: Record<string, string> });
  try {
    const response = await send(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw toldBy(await response.text());
    return { blob: await response.blob(), headers: response.headers };
  } catch (error) {
    throw error instanceof ApiProblem ? error : new ApiProblem('offline');
  }
}
