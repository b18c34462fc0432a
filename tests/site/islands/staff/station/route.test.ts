import { expect, it } from 'vitest';
import { addressOf, type Place, placeFrom } from '../../../../../site/src/islands/staff/station/route.ts';

const places: Place[] = [
  { view: 'sheet' },
  { view: 'sheet', unit: 's-360402100', month: '2026-02' },
  { view: 'import', unit: 's-360402100' },
  { view: 'appraisals', unit: 'b1', appraisal: '2026-q3.quarter' },
];

it.each(places)('finds the place again in its address: %j', (place) => {
  expect(placeFrom(addressOf(place).split('?')[1] ?? '')).toEqual(place);
});

it('leaves out what is no view, unit, month or appraisal', () => {
  expect(placeFrom('view=x&unit=<b>&month=2026-13&appraisal=2026')).toEqual({ view: 'sheet' });
});
