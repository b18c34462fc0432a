// Requests as an HTTP API hands them to a function: payload version 2, cookies apart.
import { methodAndPath, type RouteName } from '../../functions/contract/routes.ts';

export interface HttpEvent {
  version: '2.0';
  routeKey: '$default';
  rawPath: string;
  rawQueryString: string;
  headers: Record<string, string>;
  cookies?: string[];
  requestContext: object;
  body?: string;
  isBase64Encoded: false;
}

export interface Asked {
  /** What stands for `:person` in the path. */
  person?: string;
  cookie?: string;
  origin?: string;
  body?: unknown;
}

export function httpEvent(route: RouteName, { person = '', cookie, origin, body }: Asked = {}): HttpEvent {
  const { method, path } = methodAndPath(route);
  const rawPath = path.replace(':person', person);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { ...(origin && { origin }), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(cookie && { cookies: [cookie] }),
    requestContext: {
      domainName: 'api.example',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'bench' },
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}
