import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../../functions/domain/completions/completion.ts';
import type { HoursEntry } from '../../../../functions/domain/hours/entries.ts';
import {
  namelessCompletion,
  namelessCorrection,
  namelessEntry,
  namelessMark,
} from '../../../../functions/domain/people/nameless.ts';

const AT = '2026-03-01T04:00:00.000Z';
const LATER = '2026-04-01T04:00:00.000Z';

const completion: Completion = {
  ...{
    number: '2026-0000-0000-0001',
    course: 'course-1',
    person: 'person-1',
    n: 1,
    name: '王小明',
    maskedId: '98****',
  },
  ...{ title: '督导班', unit: '21', issuer: '二一', coOrganisers: [], from: '2026-01-01', to: '2026-01-02' },
  ...{ minutes: 180, minutesPerHour: 45, issuedAt: AT, by: 'trainer', status: 'valid', signature: 'signed' },
};

describe('a completion without a name', () => {
  it('is revoked, and keeps what is counted', () => {
    const { maskedId: _, ...rest } = completion;
    expect(namelessCompletion(completion, AT)).toEqual({
      ...rest,
      ...{ name: '已注销', signature: '', status: 'revoked', ended: { at: AT, by: 'person-1', why: '' } },
    });
  });

  it('is the same when it is made again later', () => {
    const once = namelessCompletion(completion, AT);
    expect(namelessCompletion(once, LATER)).toEqual(once);
  });

  it('stays replaced when it was, with the number that replaced it', () => {
    const ended = { at: AT, by: 'trainer', why: '姓名有误', replacedBy: '2026-0000-0000-0002' };
    expect(namelessCompletion({ ...completion, status: 'replaced', ended }, LATER)).toMatchObject({
      status: 'replaced',
      ended: { ...ended, why: '' },
    });
  });
});

describe('a mark without a name', () => {
  it('keeps when it was and how it was made', () => {
    const kept = { n: 1, kind: 'in', at: AT, how: 'manual', by: 'trainer', walkIn: true } as const;
    const mark = { ...kept, device: 'phone', why: '手机没电', name: '王小明', scan: 'ticket' };
    expect(namelessMark(mark)).toEqual({ ...kept, name: '已注销' });
    expect(namelessMark(kept)).toEqual(kept);
  });
});

describe('an entry of the ledger without a name', () => {
  const facts = [
    { state: 'proposed', at: AT, by: 'person-1' },
    { state: 'refused', at: LATER, by: 'manager', why: '王小明没有参加' },
  ] as const;
  const evidence = [{ name: '王小明.pdf', bytes: 9, sha256: 'a'.repeat(64) }];
  const when = { day: '2025-01-01', minutes: 60 };
  const said: HoursEntry = {
    ...{ id: 'entry-1', kind: 'local', when, place: '360400', category: '王小明的论文' },
    ...{ title: '王小明的讲座', organiser: '王小明工作室', evidence, facts },
  };

  it('keeps when, how much, and its states', () => {
    const kept = { id: 'entry-1', kind: 'local', when, place: '360400', category: '' };
    const [{ why: _, ...refused }] = [facts[1]];
    const nameless = namelessEntry(said);
    expect(nameless).toEqual({ ...kept, evidence: [{ ...evidence[0], name: '' }], facts: [facts[0], refused] });
    expect(namelessEntry(nameless)).toEqual(nameless);
  });
});

it('takes the reasons of a correction and of its decision', () => {
  const decided = { by: 'manager', at: LATER, why: '属实' };
  const correction = { state: 'approved', marks: [], by: 'trainer', at: AT, why: '家人住院', decided } as const;
  expect(namelessCorrection(correction)).toEqual({ ...correction, why: '', decided: { ...decided, why: '' } });
});
