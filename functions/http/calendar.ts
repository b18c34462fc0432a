// A calendar as an answer: a file that programs fetch again and again, so that an unchanged one is not sent twice (RFC 9110, 13.1.2).
import type { Feed } from '../app/calendars.ts';
import type { EdgeContext } from './bind.ts';

/** The file, or 304 when the asker has it. A file that was compressed on its way comes back with a weak tag: that counts as the same. */
export function calendarResponse(c: EdgeContext, { text, tag }: Feed, caching: 'shared' | 'personal'): Response {
  c.set('caching', caching);
  const etag = `"${tag}"`;
  const held = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (held.includes(etag) || held.includes('*')) return c.body(null, 304, { etag });
  return c.body(text, 200, {
    etag,
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="zhuren.ics"',
  });
}
