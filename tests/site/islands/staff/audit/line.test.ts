// A line of the audit in words.
import { describe, expect, it } from 'vitest';
import { cellsOf, differences, type Line, stampText } from '../../../../../site/src/islands/staff/audit/line.ts';
import { zh } from '../../../../../site/src/words/zh.ts';
import { staffZh } from '../../../../../site/src/words/zh-staff.ts';

const names: Record<string, string> = { 'person-1': '甲', u1: '县社工总站' };
const telling = { t: staffZh, words: zh, nameOf: (id: string) => names[id] };
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
    expect(differences(line, telling)).toEqual([{ field: 'name', before: '旧名', after: '新名' }]);
  });

  it('has a cell for every column', () => {
    const cells = cellsOf(line, telling);
    expect(cells).toHaveLength(staffZh.audit.columns.length);
    expect(cells).toEqual([
      ...['7', '2026年5月24日 00:30', '甲', '主管部门管理', '单位更名', '单位：县社工总站'],
      ...['名称: 旧名 → 新名', '文件'],
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
    expect(cellsOf(strange, telling).slice(4, 7)).toEqual(['somethingNew', '角色', 'x: 是']);
  });

  it('of the system names the system', () => {
    const cells = cellsOf({ ...line, actor: { kind: 'system', name: 'seed' } }, telling);
    expect(cells[2]).toBe('系统（seed）');
  });

  it('tells whom it may not name from one another, and gives no id for a name', () => {
    const by = (person: string) => cellsOf({ ...line, actor: { kind: 'person', person } }, telling)[2];
    expect(by('person-x1y2')).toBe('其他人员（编号尾号 x1y2）');
    const about = (type: string, id: string) => cellsOf({ ...line, thing: { type, id } }, telling)[5];
    expect(about('person', 'person-x1y2')).toBe('其他人员（编号尾号 x1y2）');
    expect(about('unit', 'u7')).toBe('（不在你管理范围内的单位）');
    expect(about('invitation', 'a-long-hash')).toBe('邀请');
  });

  it('about a role says whose', () => {
    const role = {
      ...line,
      thing: { type: 'grant', id: 'g1' },
      before: {},
      after: { person: 'person-1', role: 'liaison' },
    };
    expect(cellsOf(role, telling).slice(5, 7)).toEqual(['角色：甲', '人员: 甲; 角色: 联络员']);
  });
});

describe('what changed', () => {
  const told = (before: Line['before'], after: Line['after']) =>
    differences({ ...(before && { before }), ...(after && { after }) }, telling);

  it('names people, units, posts and days where the line has ids and codes', () => {
    expect(
      told(
        { posts: ['deputy person-1 2020-01-01/2021-01-01'], parent: 'u9' },
        {
          posts: ['deputy person-1 2020-01-01/2021-01-01', 'head person-1 2025-06-01/'],
          parent: 'u1',
          day: '2025-06-01',
        },
      ),
    ).toEqual([
      { field: 'posts', before: '', after: '负责人 甲 2025年6月1日 起' },
      { field: 'parent', before: '（不在你管理范围内的单位）', after: '县社工总站' },
      { field: 'day', before: '', after: '2025年6月1日' },
    ]);
  });

  it('says of a list what went and what came', () => {
    const kept = 'u1 social-worker 2019-01-01/2020-01-01';
    expect(
      told(
        { employments: [kept, 'u1 grid-worker established 2020-01-01/'] },
        { employments: [kept, 'u1 grid-worker established 2020-01-01/2024-07-01', 'u9 other 2024-07-01/'] },
      ),
    ).toEqual([
      {
        field: 'employments',
        before: '县社工总站 网格员 编制 2020年1月1日 起',
        after: '县社工总站 网格员 编制 2020年1月1日 至 2024年6月30日；（不在你管理范围内的单位） 其他 2024年7月1日 起',
      },
    ]);
  });

  it('has words for certificates, pools, education, numbers and scopes', () => {
    const after = {
      certificates: ['junior *1234 2020-06-01 2020-07-01/2023-06-30', 'senior *9999 2024-06-01 /'],
      pools: ['expert 2025-01-01/ by u1'],
      ...{ education: 'bachelor', isSocialWorkMajor: true, field: 'idNumber', scope: 'subtree', closed: null },
      until: '2026-05-23T16:00:00.000Z',
    };
    expect(told(undefined, after).map((one) => one.after)).toEqual([
      '初级证书（编号尾号 1234），2020年6月1日 取得 登记有效期 2020年7月1日 至 2023年6月30日；高级证书（编号尾号 9999），2024年6月1日 取得',
      '专家库，2025年1月1日 起，由 县社工总站 选定',
      ...['本科', '是', '身份证号', '这个单位和所有下级', '2026年5月24日'],
    ]);
  });

  it('leaves what is not of a form it knows as it is', () => {
    const after = {
      posts: ['somebody'],
      employments: ['x y z'],
      certificates: ['?'],
      pools: ['swimming'],
      role: 'toString',
      until: 'soon',
    };
    expect(told(undefined, after).map((one) => one.after)).toEqual([
      'somebody',
      'x y z',
      '?',
      'swimming',
      'toString',
      'soon',
    ]);
  });
});
