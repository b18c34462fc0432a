// The list of mock papers: the order of set papers, what a form lacks, the drawing of the history, what a start page is about.
import { describe, expect, it } from 'vitest';
import { dotsOf } from '../../../../site/src/islands/mock/chart.ts';
import { countTexts, lackTexts, linesOf, nameOf } from '../../../../site/src/islands/mock/names.ts';
import { inOrder, phaseNow } from '../../../../site/src/islands/mock/set-papers.tsx';
import { startOf, wantedIn } from '../../../../site/src/islands/mock/start-of.ts';
import { mockZh as t } from '../../../../site/src/words/zh-mock.ts';
import { list, NOW, past, setPaper } from './made.ts';

const by = { lang: 'zh' as const, t };

describe('set papers', () => {
  it('stand with what is open first, then the next ahead, then the latest that is over', () => {
    const at = (paper: string, opensAt: string, closesAt: string) => setPaper({ paper, opensAt, closesAt });
    const papers = [
      at('over-old', '2026-10-01T00:00:00.000Z', '2026-10-02T00:00:00.000Z'),
      at('over-new', '2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'),
      at('ahead-far', '2026-12-20T00:00:00.000Z', '2026-12-21T00:00:00.000Z'),
      at('ahead-near', '2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z'),
      at('open', '2026-11-24T01:00:00.000Z', '2026-11-24T09:00:00.000Z'),
    ];
    expect(inOrder(papers, NOW).map(({ paper }) => paper)).toEqual([
      ...['open', 'ahead-near', 'ahead-far', 'over-new', 'over-old'],
    ]);
  });

  it('open and close while the page stands; what is cancelled stays so', () => {
    const paper = setPaper({ opensAt: '2026-11-24T03:00:00.000Z', closesAt: '2026-11-24T04:00:00.000Z' });
    expect(phaseNow(paper, '2026-11-24T02:59:59.999Z')).toBe('ahead');
    expect(phaseNow(paper, '2026-11-24T03:00:00.000Z')).toBe('open');
    expect(phaseNow(paper, '2026-11-24T04:00:00.000Z')).toBe('open');
    expect(phaseNow(paper, '2026-11-24T04:00:00.001Z')).toBe('closed');
    expect(phaseNow({ ...paper, phase: 'cancelled' }, NOW)).toBe('cancelled');
  });
});

describe('names', () => {
  it('are a set paper’s own title, or the subject and the form', () => {
    expect(nameOf(past(), { list: list(), ...by })).toBe('第一科 · 短卷');
    expect(nameOf(past({ title: '月考' }), { list: list(), ...by })).toBe('月考');
    expect(nameOf(past({ subject: 'unknown' }), { list: list(), ...by })).toBe('unknown · 短卷');
  });

  it('count the kinds in the order of the paper, and say what the bank lacks', () => {
    const [official, short] = list().subjects[0]?.forms ?? [];
    expect(countTexts(official?.counts ?? {}, t)).toEqual(['单选题 60 题', '多选题 20 题']);
    expect(lackTexts(short?.lacking ?? [], t)).toEqual(['多选题 3 题']);
  });

  it('give each region of a level its latest line', () => {
    const one = { level: 'junior' as const, mark: 106, verified: false };
    const lines = [
      { ...one, year: 2024, regions: ['450124', '450125'] },
      { ...one, year: 2025, regions: ['450124'] },
      { ...one, year: 2026, level: 'senior' as const, regions: ['450124'] },
    ];
    expect(linesOf(lines, 'junior').map(({ region, line }) => [region, line.year])).toEqual([
      ['450124', 2025],
      ['450125', 2024],
    ]);
  });
});

describe('the drawing of the history', () => {
  it('goes from the oldest to the newest, higher is better, and leaves out what has no mark', () => {
    const attempts = [
      past({ attempt: 'c', startedAt: '2026-11-23T00:00:00.000Z', earned: 60, offline: true }),
      past({ attempt: 'open', state: 'open' }),
      past({ attempt: 'void', state: 'voided' }),
      past({ attempt: 'waits', marking: 'waiting' }),
      past({ attempt: 'a', startedAt: '2026-11-01T00:00:00.000Z', earned: 15 }),
    ];
    expect(dotsOf(attempts, 20)).toEqual([
      { attempt: 'a', at: '2026-11-01T00:00:00.000Z', offline: false, share: 25, x: 25, y: 75 },
      { attempt: 'c', at: '2026-11-23T00:00:00.000Z', offline: true, share: 100, x: 75, y: 0 },
    ]);
    expect(dotsOf(attempts, 1).map(({ attempt }) => attempt)).toEqual(['c']);
  });
});

describe('a start page', () => {
  const start = (search: string, given = list()) => startOf(given, wantedIn(new URLSearchParams(search)), by);

  it('is about a form that can be drawn, or a set paper with its own rules', () => {
    expect(start('subject=one&form=official')).toMatchObject({ title: '第一科 · 整卷', questions: 80, minutes: 120 });
    const papers = [setPaper({ factor: 150 })];
    expect(start('paper=paper-0001', list({ papers }))).toMatchObject({
      ...{ title: '第一次模考', by: '社工站', factor: 150, mode: 'realistic', paper: { id: 'paper-0001' } },
    });
  });

  it('is about nothing where the bank lacks questions, the paper is cancelled, or the address names none', () => {
    expect(start('subject=one&form=short')).toBeUndefined();
    expect(start('paper=paper-0001', list({ papers: [setPaper({ phase: 'cancelled' })] }))).toBeUndefined();
    for (const search of ['', 'subject=one', 'subject=one&form=long', 'paper=unknown', 'subject=two&form=official']) {
      expect(start(search), search).toBeUndefined();
    }
  });
});
