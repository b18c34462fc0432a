// What a new unit begins with, checked before it is sent.
import { describe, expect, it } from 'vitest';
import { contactsOf, officeFaults, openingFaults } from '../../../../../site/src/islands/staff/units/opening.tsx';

const says = { missing: 'missing', division: 'division' };

describe('the fields of an opening', () => {
  it.each([
    ['340523', {}],
    [' 340523100 ', {}],
    ['3405', { division: 'division' }],
    ['34052310', { division: 'division' }],
    ['', { division: 'missing' }],
  ])('with the division %j', (division, expected) => {
    expect(openingFaults({ name: '站', unitKind: 'agency', division }, says)).toEqual(expected);
  });

  it.each([
    [{ phone: '0555-531 0000', quota: '' }, {}],
    [{ phone: '', quota: '12' }, {}],
    [
      { phone: 'x', quota: '1.5' },
      { phone: 'phone', quota: 'quota' },
    ],
    [{ phone: '', quota: '100001' }, { quota: 'quota' }],
  ])('with %o', (office, expected) => {
    expect(officeFaults({ address: '', ...office }, { phone: 'phone', quota: 'quota' })).toEqual(expected);
  });

  it('send no contact that is empty', () => {
    expect(contactsOf({ phone: ' ', address: '路 1 号', quota: '' })).toEqual({ address: '路 1 号' });
  });
});
