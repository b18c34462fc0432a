import { describe, expect, it } from 'vitest';
import { pathTo, placeFrom, yearsOf } from '../../../../../site/src/islands/staff/subsidies/route.ts';

describe('a place of the staff pages of subsidies', () => {
  it.each([
    { view: 'queue' },
    { view: 'queue', unit: 'b-340523', state: 'checked' },
    { view: 'queue', unit: 'b-340523', person: 'person-01', application: 'subsidy-01' },
    { view: 'lists', unit: 'b-340523', batch: '20261124-abcdefgh' },
    { view: 'totals', year: '2026' },
  ] as const)('is read from its own address: %j', (place) => {
    expect(placeFrom(pathTo(place).split('?')[1] ?? '')).toEqual(place);
  });

  it('leaves out what is none', () => {
    expect(placeFrom('?view=x&unit=a/b&state=lost&year=26&batch=')).toEqual({ view: 'queue' });
  });

  it('offers this year first', () => {
    expect(yearsOf('2026-11-24').slice(0, 2)).toEqual(['2026', '2025']);
  });
});
