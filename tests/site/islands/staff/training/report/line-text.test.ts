import { expect, it } from 'vitest';
import type { Mark } from '../../../../../../functions/domain/attendance/marks.ts';
import { DEFAULT_RULE, MISSING_OUT } from '../../../../../../functions/domain/attendance/rule.ts';
import { verdictOf } from '../../../../../../functions/domain/attendance/verdict.ts';
import { lineText, type VerdictLine } from '../../../../../../site/src/islands/staff/training/report/line-text.ts';
import { teachEn } from '../../../../../../site/src/words/en-teach.ts';
import { teachZh } from '../../../../../../site/src/words/zh-teach.ts';

const day = (time: string) => new Date(`2026-05-23T${time}:00+08:00`).toISOString();
const session = { startsAt: day('09:00'), endsAt: day('12:00') };
const mark = (n: number, kind: 'in' | 'out' | 'mid', time: string): Mark => ({ n, kind, at: day(time), how: 'scan' });
const said = (marks: Mark[], words = teachZh) =>
  verdictOf(session, { marks }, DEFAULT_RULE).lines.map((line) => lineText(line as VerdictLine, words, () => '王老师'));

it('explains a late attendance line by line', () => {
  expect(said([mark(1, 'in', '09:20'), mark(2, 'out', '12:00')])).toEqual([
    '这一场 09:00–12:00，共 180 分钟。',
    '在场 09:20–12:00，160 分钟。',
    '09:20 才到，迟到 20 分钟（允许 15 分钟）。',
    '在场 160 / 180 分钟，88.88%，达到 80%。',
    '按在场时间计 160 分钟。',
  ]);
});

it('says who made a mark by hand, and why', () => {
  const byHand: Mark = { ...mark(1, 'in', '09:00'), how: 'manual', by: 'p9', why: '手机没电' };
  expect(said([byHand, mark(2, 'out', '12:00')])).toContain('09:00 签到，由 王老师 手工登记：手机没电。');
});

it('has a sentence for every policy and every code, in both languages', () => {
  const times = { from: day('09:00'), to: day('10:00'), until: day('09:05'), at: day('09:00') };
  const rest = { minutes: 1, allowed: 2, of: 3, share: 8000, needed: 8000, kind: 'in', by: 'p9', why: '因' };
  for (const words of [teachZh, teachEn]) {
    for (const code of Object.keys(words.lines).filter((one) => one !== 'unknown')) {
      for (const policy of MISSING_OUT) {
        const text = lineText({ code, params: { ...times, ...rest, policy } }, words, () => '王');
        expect(text).not.toBe(words.lines.unknown);
        expect(text).not.toMatch(/undefined|NaN|Invalid/);
      }
    }
  }
});

it('admits a code that it does not know', () => {
  expect(lineText({ code: 'from-tomorrow', params: {} }, teachZh, String)).toBe(teachZh.lines.unknown);
});
