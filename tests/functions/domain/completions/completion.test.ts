import { describe, expect, it } from 'vitest';
import { completionMay, type Statement, signedOf } from '../../../../functions/domain/completions/completion.ts';

describe('a completion', () => {
  it.each([
    ['valid', 'revoke', true],
    ['valid', 'reissue', true],
    ['revoked', 'revoke', false],
    ['revoked', 'reissue', true],
    ['replaced', 'revoke', false],
    ['replaced', 'reissue', false],
  ] as const)('that is %s may be moved by %s: %s', (status, move, may) => {
    expect(completionMay({ status }, move)).toBe(may);
  });

  it('is signed with what stands on it, and with no id of anybody', () => {
    const statement: Statement = {
      ...{ number: '2026-7K3M-9QXA-04TD', course: 'course-1', person: 'person-1', n: 1, name: '王小明' },
      ...{
        title: '冲刺班',
        unit: 'unit-1',
        issuer: '社工协会',
        coOrganisers: [],
        from: '2026-05-23',
        to: '2026-05-25',
      },
      ...{
        minutes: 1080,
        minutesPerHour: 45,
        issuedAt: '2026-06-01T01:00:00.000Z',
        by: 'trainer-1',
        maskedId: '3604**',
      },
    };
    const signed = signedOf(statement, '2026-06-01');
    expect(signed).toEqual({
      ...{ n: '2026-7K3M-9QXA-04TD', p: '王小明', c: '冲刺班', u: '社工协会' },
      ...{ f: '2026-05-23', t: '2026-05-25', d: '2026-06-01', m: 1080, h: 45 },
    });
  });
});
