import fc from 'fast-check';
import { expect, it } from 'vitest';
import { registrationState } from '../../../../functions/domain/people/certificate.ts';
import { countedFacts } from '../../../../functions/domain/people/counted.ts';
import { employmentsOn, socialWorkYears } from '../../../../functions/domain/people/employment.ts';
import { poolsOn } from '../../../../functions/domain/people/pools.ts';
import { addDays } from '../../../../functions/domain/time.ts';
import { anyEmployments } from './builders.ts';

const anyDay = fc.integer({ min: -400, max: 4000 }).map((days) => addDays('2018-01-01', days));
const secret = fc.stringMatching(/^SECRET-[0-9a-f]{8}$/);

const anyPerson = fc.record({
  id: secret,
  name: secret,
  phone: secret,
  idNumber: secret,
  employments: anyEmployments,
  certificates: fc.array(
    fc.record({ level: fc.constantFrom('junior', 'intermediate', 'senior'), number: secret, issued: anyDay }),
    { maxLength: 3 },
  ),
  pools: fc.array(
    fc.record({
      pool: fc.constantFrom('expert', 'talent', 'supervisor'),
      from: anyDay,
      selection: fc.record({ day: anyDay, by: fc.constant('station-a'), basis: secret }),
    }),
    { maxLength: 3 },
  ),
});

it('counts as before on any day, by post, level, registration and pool', () => {
  fc.assert(
    fc.property(anyPerson, anyDay, (person, day) => {
      const kept = countedFacts(person);
      expect(employmentsOn(kept.employments, day)).toEqual(employmentsOn(person.employments, day));
      expect(socialWorkYears(kept.employments, day)).toBe(socialWorkYears(person.employments, day));
      const levels = (all: typeof kept.certificates) => all.map((one) => [one.level, registrationState(one, day)]);
      expect(levels(kept.certificates)).toEqual(levels(person.certificates));
      const pools = (all: typeof kept.pools) =>
        poolsOn(all, day).map(({ pool, selection }) => [pool, selection.day, selection.by]);
      expect(pools(kept.pools)).toEqual(pools(person.pools));
    }),
  );
});

it('holds no name, number or text of a person, nor a field that nobody has thought of', () => {
  fc.assert(
    fc.property(anyPerson, secret, (person, more) => {
      expect(JSON.stringify(countedFacts({ ...person, ...{ address: more } }))).not.toContain('SECRET');
    }),
  );
});

it('keeps what was studied, and leaves the person it was given as they were', () => {
  const certificates = [{ level: 'junior' as const, number: 'SECRET-00000000', issued: '2020-01-01' }];
  const person = { employments: [], certificates, pools: [], education: 'college' as const, isSocialWorkMajor: false };
  expect(countedFacts(person)).toEqual({ ...person, certificates: [{ ...certificates[0], number: '' }] });
  expect(certificates[0]?.number).toBe('SECRET-00000000');
});
