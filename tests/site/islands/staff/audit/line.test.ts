// A line of the audit in words.
import { describe, expect, it } from 'vitest';
import { cellsOf, differences, type Line, stampText } from '../../../../../site/src/islands/staff/audit/line.ts';
import { zh } from '../../../../../site/src/words/zh.ts';
import { staffZh } from '../../../../../site/src/words/zh-staff.ts';

const names: Record<string, string> = { 'person-1': '甲', u1: '县社工总站' };
const telling = { t: staffZh, words: zh, nameOf: (id: string) => names[id] ?? id };
const line: Line = {
  ...{ seq: 7, at: '2026-05-23T16:30:00.000Z', action: 'rename', hash: 'h', why: '文件' },
  actor: { kind: 'person', person: 'person-1' },
  as: { role: 'bureau-manager', unit: 'u0' },
  thing: { type: 'unit', id: 'u1' },
  before: { name: '旧名', version: 1, successors: [] },
  after: { name: '新名', version: 2, successors: [] },
};

describe('a line', () => {
  it('says the day and the time in China', () => {
    expect(stampText(line.at, zh)).toBe('2026年5月24日 00:30');
  });

  it('says what became what, and nothing of what stayed', () => {
    expect(differences(line)).toEqual([
      { field: 'name', before: '旧名', after: '新名' },
      { field: 'version', before: '1', after: '2' },
    ]);
  });

  it('has a cell for every column', () => {
    const cells = cellsOf(line, telling);
    expect(cells).toHaveLength(staffZh.audit.columns.length);
    expect(cells).toEqual([
      ...['7', '2026年5月24日 00:30', '甲', '主管部门管理', '单位更名', '单位 县社工总站'],
      ...['名称: 旧名 → 新名; 版本: 1 → 2', '文件'],
    ]);
  });

  it('keeps an act, a thing and a field that there is no word for as they are', () => {
    const strange = {
      ...line,
      action: 'somethingNew',
      thing: { type: 'grant', id: 'g1' },
      before: {},
      after: { x: true },
    };
    expect(cellsOf(strange, telling).slice(4, 7)).toEqual(['somethingNew', '角色', 'x:  → true']);
  });

  it('of the system names the system', () => {
    const cells = cellsOf({ ...line, actor: { kind: 'system', name: 'seed' } }, telling);
    expect(cells[2]).toBe('seed');
  });
});
