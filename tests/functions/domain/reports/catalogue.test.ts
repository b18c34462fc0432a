// What reports hold.
import { expect, it } from 'vitest';
import {
  indicatorsOf,
  isReportable,
  rulesOf,
  unknownIndicators,
  wholeIndicators,
  withPeople,
} from '../../../../functions/domain/reports/catalogue.ts';
import { TEMPLATES } from '../../../../functions/domain/reports/terms.ts';

it('brings along indicators that are known, that a report can hold, and that have a rule', () => {
  for (const template of TEMPLATES) {
    const ids = indicatorsOf(template);
    expect([unknownIndicators(ids), ids.filter((id) => !isReportable(id))]).toEqual([[], []]);
    expect(withPeople(ids)).toEqual(ids);
    expect(Object.values(rulesOf(ids)).filter((rule) => rule === '')).toEqual([]);
  }
  expect(unknownIndicators(['served', 'no-such'])).toEqual(['no-such']);
});

it('never lists person-times of training without people, and each figure once', () => {
  expect(withPeople(['attendances', 'served', 'attendances'])).toEqual(['attendances', 'people', 'served']);
  expect(withPeople(['person-days', 'online-views', 'served'])).toEqual([
    'person-days',
    'online-views',
    'people',
    'served',
  ]);
  expect(withPeople(['served'])).toEqual(['served']);
});

it('holds nothing that is said and not counted', () => {
  expect(isReportable('certified-per-10000')).toBe(false);
  expect(isReportable('no-such')).toBe(false);
  expect(wholeIndicators().some((id) => id.includes(':'))).toBe(false);
});
