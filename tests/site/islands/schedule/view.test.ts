// The schedule's address: what a view writes, it reads.
import { expect, it } from 'vitest';
import { UNFILTERED } from '../../../../site/src/islands/schedule/listed.ts';
import { addressOf, isFiltered, type View, viewFrom } from '../../../../site/src/islands/schedule/view.ts';

const read = (address: string) => viewFrom(new URLSearchParams(address), { month: '2026-05' });

it.each<View>([
  { month: '2026-05', shown: 'list', filters: UNFILTERED },
  { province: '36', month: '2027-01', shown: 'month', filters: { ...UNFILTERED, day: '2027-01-09' } },
  {
    province: '65',
    month: '2026-12',
    shown: 'list',
    filters: { text: '督导 a&b', kind: 'supervision', form: 'live', open: true, past: true },
  },
])('reads back as the same view: %o', (view) => {
  expect(read(addressOf(view))).toEqual(view);
});

it('takes what it does not know for the usual, and a day of another month for none', () => {
  const usual = { month: '2026-05', shown: 'list', filters: UNFILTERED };
  expect(read('?p=00&m=2026-13&view=year&kind=x&form=y&d=2026-06-01')).toEqual(usual);
});

it('takes the province that was chosen last where the address names none', () => {
  const last = { month: '2026-05', province: '36' };
  expect(viewFrom(new URLSearchParams(''), last).province).toBe('36');
  expect(viewFrom(new URLSearchParams('?p=65'), last).province).toBe('65');
});

it('does not count past ones as a filter: they add', () => {
  expect([isFiltered({ ...UNFILTERED, past: true }), isFiltered({ ...UNFILTERED, open: true })]).toEqual([false, true]);
});
