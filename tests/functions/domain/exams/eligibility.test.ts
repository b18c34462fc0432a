// Who may sit what, against the conditions as the exam's notice of 2025 has them (高中/中专 … 博士, 社工专业 or not).
import { describe, expect, it } from 'vitest';
import eligibility from '../../../../functions/content/eligibility.json' with { type: 'json' };
import {
  type Applicant,
  countedTo,
  type EligibilityEdition,
  editionFor,
  judgeEligibility,
  typedYears,
} from '../../../../functions/domain/exams/eligibility.ts';
import type { Education } from '../../../../functions/domain/people/person.ts';

const edition = eligibility.editions[0] as EligibilityEdition;
const TODAY = '2026-03-01';

interface Brings {
  education?: Education;
  major?: boolean;
  /** Months of social work up to today. */
  months?: number;
  certificates?: Applicant['certificates'];
}

const applicant = ({ education, major, months = 0, certificates = [] }: Brings): Applicant => ({
  ...{ education, isSocialWorkMajor: major, certificates },
  yearsOn: typedYears(months, TODAY),
});

/** The first year in which somebody who began work today may sit a level; undefined: time alone does not do it. */
function first(brings: Brings, level: 'junior' | 'intermediate' | 'senior'): number | undefined {
  return judgeEligibility(edition, applicant(brings), 2026).find((one) => one.level === level)?.earliest;
}

describe('whoever begins on the first of March 2026', () => {
  // Years needed, by the notice; December 31st of the exam year is the last day that counts, so that n whole years are reached in 2026 + n.
  it.each<[Education, boolean, number, number | undefined]>([
    ['secondary', false, 4, undefined],
    ['college', true, 2, 4],
    ['college', false, 4, 6],
    ['bachelor', true, 0, 3],
    ['bachelor', false, 2, 5],
    ['master', true, 0, 1],
    ['master', false, 2, 3],
    ['doctor', true, 0, 0],
    ['doctor', false, 2, 2],
  ])('of %s, social work %s, waits %s years for 初级 and %s for 中级', (education, major, junior, intermediate) => {
    const brings = { education, major };
    expect(first(brings, 'junior')).toBe(2026 + junior);
    expect(first(brings, 'intermediate')).toBe(intermediate === undefined ? undefined : 2026 + intermediate);
    expect(first(brings, 'senior')).toBeUndefined();
  });
});

describe('a certificate that is asked for', () => {
  const junior = [{ level: 'junior' as const, issued: '2021-09-01' }];

  it('lets whoever left school after the senior secondary sit 中级 six years after it, and not by earlier work', () => {
    expect(first({ education: 'secondary', months: 240, certificates: junior }, 'intermediate')).toBe(2027);
    expect(first({ education: 'secondary', months: 240 }, 'intermediate')).toBeUndefined();
  });

  it('of 中级 lets a bachelor sit 高级 five years later', () => {
    const certificates = [{ level: 'intermediate' as const, issued: '2021-09-01' }];
    expect(first({ education: 'bachelor', months: 240, certificates }, 'senior')).toBe(2026);
    expect(first({ education: 'college', months: 240, certificates }, 'senior')).toBeUndefined();
  });
});

describe('a judgement', () => {
  it('says by each rule what is lacking, those that are met first', () => {
    const [junior] = judgeEligibility(edition, applicant({ education: 'college', major: false, months: 30 }), 2026);
    expect([junior?.may, junior?.earliest, junior?.held]).toEqual([false, 2027, false]);
    expect(junior?.rules.find(({ id }) => id === 'junior-college')?.lacks).toEqual([
      { what: 'years', need: 4, have: 3 },
    ]);
    expect(junior?.rules.find(({ id }) => id === 'junior-major-college')?.lacks).toEqual([{ what: 'major' }]);
    expect(junior?.rules[0]?.earliest).toBe(2027);
  });

  it('knows nothing of whoever says nothing, and says so', () => {
    const all = judgeEligibility(edition, applicant({}), 2026);
    expect(all.every(({ may }) => !may)).toBe(true);
    expect(
      all[0]?.rules.every(({ lacks }) => lacks.some((lack) => lack.what === 'education' && lack.have === undefined)),
    ).toBe(true);
  });

  it('knows that whoever holds a higher certificate holds this level', () => {
    const certificates = [{ level: 'intermediate' as const, issued: '2021-09-01' }];
    const all = judgeEligibility(edition, applicant({ education: 'bachelor', certificates }), 2026);
    expect(all.map(({ held }) => held)).toEqual([true, true, false]);
  });
});

describe('an edition', () => {
  it('is the latest that has begun, or the first', () => {
    const later = { ...edition, from: 2027 };
    expect(editionFor([later, edition], 2026)).toBe(edition);
    expect(editionFor([later, edition], 2027)).toBe(later);
    expect(editionFor([later], 2020)).toBe(later);
    expect(editionFor([], 2020)).toBeUndefined();
  });

  it('counts to a day of the exam year, or of the year before', () => {
    expect(countedTo(edition, 2026)).toBe('2026-12-31');
    expect(countedTo({ ...edition, counted: { ...edition.counted, of: 'year-before' } }, 2026)).toBe('2025-12-31');
  });
});

it('months that are typed go on growing, and count after a certificate from its issue on alone', () => {
  const years = typedYears(23, TODAY);
  expect([years('2026-03-31'), years('2026-04-01'), years('2024-01-01')]).toEqual([1, 2, 0]);
  expect(years('2027-03-01', '2026-01-01')).toBe(1);
});
