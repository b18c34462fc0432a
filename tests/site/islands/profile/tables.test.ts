// What is taken out, as tables: every column has its cell in both languages, and no spreadsheet rounds a number.
import { describe, expect, it } from 'vitest';
import { checkIdNumber } from '../../../../functions/domain/people/id-number.ts';
import { seedIdNumber } from '../../../../functions/local/seed-numbers.ts';
import { apart, TABLES, tableOf } from '../../../../site/src/islands/profile/tables.ts';
import { en } from '../../../../site/src/words/en.ts';
import { profileEn } from '../../../../site/src/words/en-profile.ts';
import { zh } from '../../../../site/src/words/zh.ts';
import { profileZh } from '../../../../site/src/words/zh-profile.ts';
import { answered, taken } from './builders.ts';

const chinese = { words: zh, t: profileZh };
const english = { words: en, t: profileEn };
const NUMBER = seedIdNumber(8);

const all = {
  record: taken({
    ...{ phone: '13800000000', idNumber: NUMBER, education: 'bachelor', isSocialWorkMajor: true },
    contact: {
      confirmed: { email: 'ada@example.cn', at: '2026-01-01T00:00:00.000Z' },
      waiting: { email: 'bo@example.cn', until: '2026-11-24T01:00:00.000Z' },
      wantsNotices: false,
    },
    employments: [
      { unit: 'u', unitName: '站', post: 'social-worker', established: true, from: '2024-01-01', to: '2025-01-01' },
    ],
    certificates: [{ level: 'junior', number: '202412345678901234', issued: '2024-09-23', registered: '2024-10-01' }],
    grants: [{ id: 'g', unit: 'u', unitName: '站', role: 'liaison', from: '2024-01-01' }],
    pools: [
      { pool: 'talent', from: '2024-01-01', selection: { day: '2023-12-01', by: 'u', byName: '站', basis: '推荐' } },
    ],
  }),
  journal: [
    answered(1, 0),
    { ...{ kind: 'mark', at: '2026-11-23T01:01:00.000Z', question: 'q-1', mark: 'favourite' }, on: false },
    { ...{ kind: 'note', at: '2026-11-23T01:02:00.000Z', question: 'q-1', text: '要点' } },
    { ...{ kind: 'setting', at: '2026-11-23T01:03:00.000Z', name: 'streak', value: 3 } },
  ].map((entry, i) => ({ ...entry, device: 'device-one', seq: i + 1 })) as never,
};

describe('a table', () => {
  it.each(TABLES)('of %s has a cell for every column', (name) => {
    for (const said of [chinese, english]) {
      const [heading = [], ...rows] = tableOf(name, all, said);
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([heading.length]));
    }
  });

  it('of answers tells marks, not half-points, and the time in China', () => {
    expect(tableOf('answers', all, chinese).slice(1)).toEqual([
      ['2026-11-23 09:00', '答题', 'q-1', 'AB', '1.5', '2'],
      ['2026-11-23 09:01', '标记', 'q-1', '取消收藏', '', ''],
      ['2026-11-23 09:02', '笔记', 'q-1', '要点', '', ''],
      ['2026-11-23 09:03', '设置', '', '连对 3 次移出错题本', '', ''],
    ]);
  });

  it('holds the numbers whole', () => {
    const cells = tableOf('facts', all, chinese).flat();
    expect(cells).toContain('13800000000');
    expect(cells.map((cell) => cell.replaceAll(' ', ''))).toContain(NUMBER);
  });

  it('tells an address that is confirmed apart from one that is not', () => {
    const rows = tableOf('facts', all, english);
    expect(rows).toContainEqual([profileEn.email, 'ada@example.cn']);
    expect(rows).toContainEqual([profileEn.emailWaiting, 'bo@example.cn']);
  });
});

describe('a long number', () => {
  it('stands in groups, and our forms take it back', () => {
    expect(apart(NUMBER)).toMatch(/^9900 00\d\d \d{4} \d{4} [\dX]{2}$/);
    expect(checkIdNumber(apart(NUMBER), '2026-11-23')).toMatchObject({ ok: true, value: NUMBER });
  });

  it.each(['13800000000', 'DEMO-2024-0001', ''])('%j is left as it is', (text) => {
    expect(apart(text)).toBe(text);
  });
});
