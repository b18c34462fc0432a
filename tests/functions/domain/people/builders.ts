// Identity numbers made by the other form of the standard's rule, and employments: what is checked must not be made by the checker.
import fc from 'fast-check';
import type { Certificate } from '../../../../functions/domain/people/certificate.ts';
import type { Employment } from '../../../../functions/domain/people/employment.ts';
import { addDays, type Day } from '../../../../functions/domain/time.ts';

export const TODAY = '2026-11-23';

export const DIGITS = [...'0123456789'];

/** ISO 7064 MOD 11-2: the sum of a(i) · 2^(i-1), counted from the right with the check character as a(1), leaves 1 when divided by 11. */
export function isCongruent(number: string): boolean {
  const values = [...number].reverse().map((sign) => (sign === 'X' ? 10 : Number(sign)));
  return values.reduce((sum, value, i) => sum + value * 2 ** i, 0) % 11 === 1;
}

/** The number of 18 characters that begins so, by trying every last one. */
export function numberFrom(seventeen: string): string {
  const fitting = [...DIGITS, 'X'].map((last) => `${seventeen}${last}`).filter(isCongruent);
  if (fitting.length !== 1 || fitting[0] === undefined) throw new Error(`no single check character for ${seventeen}`);
  return fitting[0];
}

const anyDay = fc.integer({ min: 0, max: 27_000 }).map((days) => addDays('1950-01-01', days));

/** Any valid number of somebody born by TODAY. */
export const anyIdNumber = fc
  .record({
    division: fc.integer({ min: 100_000, max: 999_999 }),
    birthday: anyDay,
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ division, birthday, order }) =>
    numberFrom(`${division}${birthday.replaceAll('-', '')}${String(order).padStart(3, '0')}`),
  );

export const anyPhone = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

export function employmentOf(from: Day, to?: Day, unit = 'station-a'): Employment {
  const employment: Employment = { unit, post: 'grid-worker', established: false, from };
  return to === undefined ? employment : { ...employment, to };
}

const near = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2018-01-01', days));

/** Employments at two stations within some years, as they come: overlapping, touching, open. */
export const anyEmployments = fc.array(
  fc
    .record({
      from: near,
      days: fc.option(fc.integer({ min: 1, max: 900 })),
      unit: fc.constantFrom('station-a', 'station-b'),
      post: fc.constantFrom('grid-worker', 'social-worker', 'volunteer'),
    })
    .map(({ from, days, unit, post }) => ({
      ...employmentOf(from, days === null ? undefined : addDays(from, days), unit),
      post,
    })),
  { maxLength: 5 },
);

export const nearDay = near;

/** Sound certificates of few levels, numbers and days, so that they meet. */
export const anyCertificate: fc.Arbitrary<Certificate> = fc
  .record({
    level: fc.constantFrom('junior' as const, 'intermediate' as const),
    number: fc.constantFrom('2019-0001', '2019-0002'),
    issued: fc.constantFrom('2019-09-01', '2020-09-01'),
    registered: fc.option(fc.constantFrom('2020-10-10', '2023-10-10'), { nil: undefined }),
    from: fc.option(fc.constantFrom('2020-10-20', '2023-10-20'), { nil: undefined }),
    days: fc.option(fc.constantFrom(0, 1094), { nil: undefined }),
  })
  .map(({ level, number, issued, registered, from, days }) => {
    const begun = from ?? registered;
    return {
      ...{ level, number, issued },
      ...(registered && { registered }),
      ...(from && { registrationFrom: from }),
      ...(begun && days !== undefined && { registrationTo: addDays(begun, days) }),
    };
  });
