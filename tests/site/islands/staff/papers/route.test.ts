import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addressOf,
  type Place,
  paperViews,
  placeFrom,
  wideViews,
} from '../../../../../site/src/islands/staff/papers/route.ts';

const id = fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z_-]{0,20}$/);
const place: fc.Arbitrary<Place> = fc.record(
  {
    view: fc.constantFrom(...wideViews, 'new' as const, 'edit' as const, ...paperViews),
    paper: id,
    unit: id,
    person: id,
    subject: id,
    correction: id,
  },
  { requiredKeys: ['view', 'paper'] },
);
const read = (address: string) => placeFrom(new URL(address, 'https://example.org').search);

it('reads from an address the place that was written to it', () => {
  fc.assert(
    fc.property(place, (one) => {
      expect(read(addressOf(one))).toEqual({ ...one });
    }),
  );
});

it('takes a view of a paper that names none for the list', () => {
  for (const view of [...paperViews, 'edit'])
    expect(placeFrom(`?view=${view}&unit=u1`)).toEqual({ view: 'list', unit: 'u1' });
});

it('leaves out what has not the form of an id', () => {
  expect(placeFrom('?view=board&paper=p1&person=某人&unit=a%20b')).toEqual({ view: 'board', paper: 'p1' });
});
