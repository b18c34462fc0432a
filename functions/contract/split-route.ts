// A route's text in its two parts; apart from the table, which no function needs whole.

/** 'GET /api/public/me' → GET and /api/public/me. */
export function splitRoute(route: string): { method: 'GET' | 'POST'; path: string } {
  const [method, path] = route.split(' ') as ['GET' | 'POST', string];
  return { method, path };
}
