// What became of an entry's minutes, as sentences.
import { expect, it } from 'vitest';
import type { LedgerLineParams } from '../../../../functions/domain/hours/ledger-lines.ts';
import { byPeriod, lineText, stateText } from '../../../../site/src/islands/ledger/line-text.ts';
import { ledgerWords } from '../../../../site/src/islands/ledger/said.ts';
import { en } from '../../../../site/src/words/en.ts';
import { entry, said } from './read.ts';

const decided = { minutes: 360, by: 'manager', at: '2026-03-01T04:00:00.000Z', why: '证明是假的' };

const params: LedgerLineParams = {
  counted: { minutes: 480 },
  overlap: { minutes: 60, with: 'entry-02' },
  capped: { minutes: 90, category: '志愿服务', cap: 1200, source: '某省规定' },
  outside: { minutes: 30 },
  'not-approved': { minutes: 360 },
  refused: decided,
  revoked: decided,
  'degree-again': { minutes: 5400, first: 'entry-02' },
  'in-degree': { minutes: 600, degree: 'entry-02' },
  'no-local-rule': { minutes: 120, place: '360000', category: '志愿服务' },
};

const titles = new Map([['entry-02', '社会工作本科']]);
const english = { lang: 'en', words: en, w: ledgerWords('en') } as const;
const texts = (how: typeof said) =>
  Object.entries(params).map(([code, about]) => {
    return lineText({ entry: 'entry-01', title: '研修', code, params: about, byName: '市管理员' }, titles, how);
  });

it('has a sentence for every code in both languages, with all that it is about', () => {
  for (const how of [said, english]) {
    const all = texts(how);
    expect(all).not.toContain(how.w.unknownLine);
    expect(new Set(all).size).toBe(Object.keys(params).length);
    expect(all.join('')).not.toMatch(/undefined|NaN/);
  }
  const zh = texts(said).join('');
  for (const text of ['社会工作本科', '志愿服务', '某省规定', '市管理员', '2026年3月1日', '证明是假的', '20 小时']) {
    expect(zh).toContain(text);
  }
});

it('says of a code that it does not know that it cannot show it', () => {
  expect(lineText({ entry: 'a', title: '', code: 'later', params: {} }, titles, said)).toBe(said.w.unknownLine);
});

it('puts what reaches over the border of a period into it, and what has no period all together', () => {
  const overnight = entry({
    id: 'night',
    day: '2024-05-09',
    intervals: [{ from: '2024-05-09T15:00:00.000Z', to: '2024-05-09T17:00:00.000Z' }],
  });
  const before = entry({ id: 'before', day: '2024-05-09' });
  const last = entry({ id: 'last', day: '2027-05-09' });
  const { inside, outside } = byPeriod([overnight, before, last], { from: '2024-05-10', last: '2027-05-09' });
  expect([inside.map(({ id }) => id), outside.map(({ id }) => id)]).toEqual([['night', 'last'], ['before']]);
  expect(byPeriod([before], undefined)).toEqual({ inside: [before], outside: [] });
});

it('calls the refusal by whoever proposed it a withdrawal', () => {
  const proposed = { state: 'proposed', at: '2025-01-11T02:00:00.000Z', by: 'one-self' } as const;
  const refusedBy = (by: string) => entry({ facts: [proposed, { ...proposed, state: 'refused', by }] });
  expect(stateText(refusedBy('one-self'), 1, said)).toBe(said.w.withdrawn);
  expect(stateText(refusedBy('manager'), 1, said)).toBe(said.w.states.refused);
});
