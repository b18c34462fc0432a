// The edge's function, run as CloudFront runs it: text evaluated by itself, given an event.
import { expect, test } from 'vitest';
import { securityHeaders } from '../../functions/contract/headers.ts';
import { pagesFunctionCode } from '../../infra/pages-function.ts';

interface Answer {
  uri?: string;
  statusCode?: number;
  headers?: Record<string, { value: string }>;
  body?: { data: string };
}

const handle = handlerOf(['/index.html', '/404.html', '/practice/index.html', '/sw.js']);

function handlerOf(files: string[]): (uri: string) => Answer {
  const handler = new Function(`${pagesFunctionCode(files)}; return handler;`)();
  return (uri) => handler({ request: { uri } });
}

test.each([
  ['/', '/index.html'],
  ['/practice/', '/practice/index.html'],
  ['/practice', '/practice/index.html'],
  ['/practice/index.html', '/practice/index.html'],
  ['/sw.js', '/sw.js'],
])('%s is fetched as %s', (asked, fetched) => {
  expect(handle(asked).uri).toBe(fetched);
});

test.each(['/nowhere', '/nowhere/', '/sw.js/', '/constructor', '/../secret'])(
  '%s is a 404 that leads to the 404 page',
  (asked) => {
    const answer = handle(asked);
    expect(answer.statusCode).toBe(404);
    expect(answer.body?.data).toContain('url=/404.html');
  },
);

test('the 404 carries every security header', () => {
  const { headers } = handle('/nowhere');
  for (const [name, value] of Object.entries(securityHeaders)) expect(headers?.[name]).toEqual({ value });
});

test('a list of pages that CloudFront would refuse is refused with a sentence', () => {
  const many = Array.from({ length: 600 }, (_, page) => `/chapter-${page}/index.html`);
  expect(() => pagesFunctionCode(many)).toThrow('The list of the site’s 600 files has outgrown');
});
