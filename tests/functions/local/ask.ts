// A plain request, exactly as written: unlike fetch it resolves no dots, follows nothing, decodes nothing and may name any host.
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

export interface Heard {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  bytes: Buffer;
}

export interface Asked {
  path?: string;
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
}

export function ask(origin: string, { path = '/', method = 'GET', headers = {}, body }: Asked): Promise<Heard> {
  const { promise, resolve, reject } = Promise.withResolvers<Heard>();
  const { hostname, port } = new URL(origin);
  const sent = request({ hostname, port, path, method, headers, agent: false }, async (answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes.toString('utf8'), bytes });
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}
