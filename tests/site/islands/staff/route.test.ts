// Addresses of the staff pages: what is read from them is what was written, and nothing that people type is ever in one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  isStaffPath,
  knownPart,
  type Page,
  type Route,
  routeFrom,
  tabs,
} from '../../../../site/src/islands/staff/route.ts';

const id = fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z_-]{0,20}$/);
const route: fc.Arbitrary<Route> = fc.record(
  {
    page: fc.constantFrom<Page>(...tabs, 'person'),
    unit: id,
    person: id,
    day: fc.constantFrom('2026-11-23', '2024-02-29'),
    more: fc.dictionary(
      fc.constantFrom('post', 'established', 'all', 'columns', 'action', 'from', 'to'),
      fc.stringMatching(/^[a-z.-]{1,12}$/),
    ),
  },
  { requiredKeys: ['page', 'more'] },
);

const read = (address: string) => {
  const url = new URL(address, 'https://example.org');
  return routeFrom(url.pathname, url.search);
};

describe('an address', () => {
  it('gives back the route it was made from, in both languages', () => {
    fc.assert(
      fc.property(route, fc.constantFrom('', '/en'), (wanted, lang) => {
        const found = read(lang + addressOf(wanted));
        expect(found).toEqual({ ...wanted, more: { ...wanted.more } });
      }),
    );
  });

  it('is one that signing in comes back to', () => {
    fc.assert(fc.property(route, (wanted) => /^\/(?![/\\])[\w\-./?=&%]{0,299}$/.test(addressOf(wanted))));
  });

  it.each([
    ['?unit=a%23b', 'a unit that is no id'],
    ['?day=2026-02-30', 'a day that is not in the calendar'],
    ['?name=%E7%8E%8B', 'a name'],
    ['?phone=13812345678', 'a phone number'],
  ])('leaves out %s: %s', (search) => {
    expect(routeFrom('/staff/people/', search)).toEqual({ page: 'people', more: {} });
  });

  it.each([
    ['/staff/', true],
    ['/en/staff/audit/', true],
    ['/staff/import/', false],
    ['/me/', false],
    ['/entstaff/', false],
  ])('%s is one of these pages: %s', (path, expected) => {
    expect(isStaffPath(path)).toBe(expected);
  });
});

describe('the part of a query that goes through a sign-in', () => {
  it('is what the pages read, and nothing that somebody has typed beside it', () => {
    expect(knownPart('?unit=u1&name=15400000001&day=2026-03-01&q=x')).toBe('?unit=u1&day=2026-03-01');
    expect(knownPart('?name=15400000001')).toBe('');
    expect(knownPart('')).toBe('');
  });

  it('brings back to every page that has an address', () => {
    fc.assert(
      fc.property(route, (to) => {
        const url = new URL(addressOf(to), 'https://example.org');
        expect(read(url.pathname + knownPart(url.search))).toEqual(read(addressOf(to)));
      }),
    );
  });
});
