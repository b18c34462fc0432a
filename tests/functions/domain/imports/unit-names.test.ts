import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitFinder } from '../../../../functions/domain/imports/unit-names.ts';

const units = [
  { id: 'city', name: '某市社会工作部', parent: 'province' },
  { id: 'c1', name: '东县社会工作部', parent: 'city' },
  { id: 'c2', name: '西县社会工作部', parent: 'city' },
  { id: 's1', name: '东县城关镇社工站', parent: 'c1' },
  { id: 's2', name: '城南镇社工站', parent: 'c1' },
  { id: 's3', name: '城南镇社工站', parent: 'c2' },
  { id: 's4', name: '河口乡（东）社会工作服务站', parent: 'c1' },
  { id: 's5', name: '社工站', parent: 'c2' },
];
const find = unitFinder(units);

describe('a unit', () => {
  it.each([
    ['东县城关镇社工站', 's1'],
    [' 东县城关镇 社工站 ', 's1'],
    ['东县城关镇', 's1'],
    ['东县城关镇社会工作服务站', 's1'],
    ['河口乡(东)', 's4'],
    ['社工站', 's5'],
    ['s2', 's2'],
    ['东县社会工作部/城南镇社工站', 's2'],
    ['某市社会工作部／西县社会工作部／城南镇', 's3'],
    ['某市社会工作部/城南镇社工站', undefined],
  ])('is found by %j: %s', (text, id) => {
    const found = find(text);
    expect(found.ok ? found.id : undefined).toBe(id);
  });

  it('whose name two have is named with what is above each', () => {
    expect(find('城南镇社工站')).toEqual({
      ok: false,
      code: 'unit-ambiguous',
      candidates: ['东县社会工作部/城南镇社工站', '西县社会工作部/城南镇社工站'],
    });
  });

  it('that is not there brings those it may be', () => {
    expect(find('城关镇')).toEqual({
      ok: false,
      code: 'unit-unknown',
      candidates: ['东县社会工作部/东县城关镇社工站'],
    });
    expect(find('北县城北镇社工站')).toEqual({ ok: false, code: 'unit-unknown', candidates: [] });
    expect(find(' ')).toEqual({ ok: false, code: 'missing', candidates: [] });
  });

  it('is found by its name and its id, or told to be ambiguous', () => {
    for (const { id, name } of units) {
      expect(find(id)).toEqual({ ok: true, id });
      const twins = units.filter((unit) => unit.name === name).length > 1;
      expect(find(name)).toMatchObject(twins ? { code: 'unit-ambiguous' } : { ok: true, id });
    }
  });

  it('is looked for by any text without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void find(text)));
  });

  it('in a circle ends the search', () => {
    const circle = unitFinder([
      { id: 'a', name: '甲', parent: 'b' },
      { id: 'b', name: '乙', parent: 'a' },
    ]);
    expect(circle('丙/甲')).toMatchObject({ ok: false });
    expect(circle('乙/甲')).toEqual({ ok: true, id: 'a' });
  });
});
