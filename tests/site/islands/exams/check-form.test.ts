// What somebody types to see what they may sit.
import { expect, it } from 'vitest';
import { checkFaults, fromRecord, NOTHING_TYPED, queryOf } from '../../../../site/src/islands/exams/check-form.ts';

const TODAY = '2026-11-24';
const typed = { ...NOTHING_TYPED, education: 'college', major: 'false', years: '2', months: '3' } as const;

it('asks with months in all, and with nothing that is empty', () => {
  expect(checkFaults(typed, TODAY)).toEqual({});
  expect(queryOf(typed)).toEqual({ education: 'college', major: 'false', months: '27' });
});

it('asks of a school below college for no subject', () => {
  expect(checkFaults({ ...typed, education: 'secondary', major: '' }, TODAY)).toEqual({});
  expect(queryOf({ ...typed, education: 'secondary', major: 'true' })).not.toHaveProperty('major');
});

it('names what is lacking or cannot be', () => {
  expect(checkFaults(NOTHING_TYPED, TODAY)).toEqual({ education: 'education' });
  expect(
    checkFaults({ ...typed, major: '', months: '12', certificate: 'junior', issued: '2027-01-01' }, TODAY),
  ).toEqual({
    ...{ major: 'major', work: 'work', issued: 'issued' },
  });
});

it('is filled in from a record, with the highest certificate', () => {
  const certificates = [
    { level: 'intermediate', issued: '2025-01-01' },
    { level: 'junior', issued: '2021-01-01' },
  ] as const;
  const by = { education: 'bachelor' as const, isSocialWorkMajor: true, years: 5, certificates: [...certificates] };
  expect(fromRecord({ by })).toMatchObject({
    ...{ education: 'bachelor', major: 'true', years: '5', certificate: 'intermediate', issued: '2025-01-01' },
  });
});
