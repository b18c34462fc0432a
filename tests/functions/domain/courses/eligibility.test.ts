import { describe, expect, it } from 'vitest';
import type { Who } from '../../../../functions/domain/courses/course.ts';
import { type Applicant, eligible } from '../../../../functions/domain/courses/eligibility.ts';
import type { Level } from '../../../../functions/domain/questions/release.ts';

const clerk = { unit: 'station', ancestors: ['station', 'county', 'city'], post: 'social-worker' } as const;
const guide = { unit: 'agency', ancestors: ['agency'], post: 'supervisor' } as const;

function asked(who: Who, change: Partial<Applicant> = {}, kind: 'continuing' | 'pre-exam' = 'continuing') {
  const answer = eligible({ kind, who }, { working: [clerk, guide], levels: [], ...change });
  return answer.ok ? (answer.unit ?? 'no unit') : answer.reason;
}

describe('the units', () => {
  it('take in everybody, those of a subtree, and nobody else', () => {
    expect(asked({ units: 'anyone' })).toBe('station');
    expect(asked({ units: 'anyone' }, { working: [] })).toBe('no unit');
    expect(asked({ units: ['county'] })).toBe('station');
    expect(asked({ units: ['agency'] }), 'the unit that fits is the one enrolled from').toBe('agency');
    expect(asked({ units: ['other'] })).toBe('unit-not-eligible');
    expect(asked({ units: ['count'] }), 'ids are compared whole').toBe('unit-not-eligible');
  });
});

describe('the posts', () => {
  it('are those at a unit that fits', () => {
    expect(asked({ units: 'anyone', posts: ['supervisor'] })).toBe('agency');
    expect(asked({ units: ['city'], posts: ['supervisor'] })).toBe('post-not-eligible');
    expect(asked({ units: 'anyone', posts: ['volunteer'] }, { working: [] })).toBe('post-not-eligible');
  });
});

describe('the levels', () => {
  it.each<[Level[], Level[], string, string]>([
    [['junior'], ['junior'], 'station', 'level-not-eligible'],
    [['junior'], [], 'level-not-eligible', 'station'],
    [['junior'], ['intermediate'], 'level-not-eligible', 'level-not-eligible'],
    [['intermediate'], ['junior'], 'level-not-eligible', 'station'],
    [['junior', 'intermediate'], ['junior'], 'station', 'station'],
  ])('%j with %j held: %s where they are held, %s where they are sought', (levels, held, holding, seeking) => {
    expect(asked({ units: 'anyone', levels }, { levels: held })).toBe(holding);
    expect(asked({ units: 'anyone', levels }, { levels: held }, 'pre-exam')).toBe(seeking);
  });
});
