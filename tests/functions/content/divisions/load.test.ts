import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataFolder, loadDivisions } from '../../../../functions/content/divisions/load.ts';
import { levelOf, linkOn } from '../../../../functions/domain/divisions/division.ts';
import { flatten } from '../../../../functions/domain/divisions/file.ts';
import { parentOf, pathOf } from '../../../../functions/domain/divisions/paths.ts';
import { search, searchIndex } from '../../../../functions/domain/divisions/search.ts';
import { folderWith } from '../builders.ts';
import { country, presentOn, shipped, TODAY } from './builders.ts';

const names = (code: string, day = TODAY) => pathOf(country, code, day).map(({ name }) => name);

describe('the divisions that ship', () => {
  test('are the 34 provinces with what lies under them, every code once', () => {
    const codes = shipped.provinces.flatMap((file) => flatten(file.rows, null)).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const count = Object.groupBy(codes, (code) => levelOf(code) ?? 'none');
    expect(Object.fromEntries(Object.entries(count).map(([level, list]) => [level, list?.length]))).toEqual({
      province: 34,
      prefecture: 333,
      county: 3000,
      township: 41_352,
    });
  });

  test.each([
    ['360400', ['江西省', '九江市']],
    ['340523', ['安徽省', '马鞍山市', '和县']],
    ['450124', ['广西壮族自治区', '南宁市', '马山县']],
    ['654201202', ['新疆维吾尔自治区', '塔城地区', '塔城市', '阿西尔达斡尔民族乡']],
    ['110101', ['北京市', '东城区']],
    ['500230', ['重庆市', '丰都县']],
    ['429004', ['湖北省', '仙桃市']],
    ['659001001', ['新疆维吾尔自治区', '石河子市', '新城街道']],
    ['441900003', ['广东省', '东莞市', '东城街道']],
    ['442000118', ['广东省', '中山市', '小榄镇']],
    ['460400100', ['海南省', '儋州市', '那大镇']],
    ['620201001', ['甘肃省', '嘉峪关市', '雄关街道']],
    ['810001', ['香港特别行政区', '中西区']],
    ['710000', ['台湾省']],
  ])('have %s in its place', (code, path) => {
    expect(names(code)).toEqual(path);
  });

  test('name no level that nobody governs', () => {
    const pseudo = [...country.values()].filter(({ name }) => /^(市辖区|县|.*直辖县级行政区划)$/.test(name));
    expect(pseudo).toEqual([]);
  });

  test('know that counties were replaced, opened and merged, and when', () => {
    expect([names('540422', '2023-04-02'), names('540481', '2023-04-02')]).toEqual([
      ['西藏自治区', '林芝市', '米林县'],
      [],
    ]);
    expect([names('540422', '2023-04-03'), names('540481', '2023-04-03').at(-1)]).toEqual([[], '米林市']);
    expect([names('653229', '2024-12-26'), names('653229', '2024-12-27').at(-1)]).toEqual([[], '和安县']);
    expect([names('500112133', '2025-11-06'), names('500112133', '2025-11-07')]).toEqual([
      ['重庆市', '渝北区', '统景镇'],
      ['重庆市', '北碚区', '统景镇'],
    ]);
    expect(names('500105001')).toEqual(['重庆市', '两江新区', '华新街街道']);
    expect(country.get('500105')?.successors).toEqual(['500157']);
  });

  test('have one way up for every code that is there, which ends at a province', () => {
    const days = ['2000-01-01', ...shipped.changes.map(({ on }) => on), TODAY];
    fc.assert(
      fc.property(fc.constantFrom(...country.values()), fc.constantFrom(...days), (division, day) => {
        const path = pathOf(country, division.code, day);
        expect(path.at(-1)).toBe(linkOn(division, day) === undefined ? undefined : division);
        if (path[0] !== undefined) expect(parentOf(country, path[0].code, day)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test('are found, every county, by its own name, its initials and its code', () => {
    const counties = presentOn(TODAY).filter((code) => levelOf(code) === 'county');
    const index = searchIndex(new Map([...country].filter(([code]) => levelOf(code) !== 'township')), TODAY);
    const lost = counties.filter((code) => {
      const { name = '', initials = '' } = country.get(code) ?? {};
      const finds = (text: string) => search(index, text, 200).some((division) => division.code === code);
      return !finds(name) || !finds(initials) || search(index, code, 1)[0]?.code !== code;
    });
    expect(counties.length).toBeGreaterThan(2900);
    expect(lost).toEqual([]);
  }, 60_000);

  test('are found as people type them', () => {
    const index = searchIndex(country, TODAY);
    const first = (text: string) => search(index, text, 3).map(({ name }) => name);
    expect(first('msx')).toContain('马山县');
    expect(first('九江')[0]).toBe('九江市');
    expect(first('axe')).toEqual(['阿西尔达斡尔民族乡']);
    expect(first('xx')).toHaveLength(3);
    expect(first('天津经济技术开发区（其他片区）')).toEqual(['天津经济技术开发区（其他片区）']);
  });

  test.each([
    ['重庆市', 'cqs'],
    ['六安市', 'las'],
    ['厦门市', 'xms'],
    ['乐清市', 'yqs'],
    ['蔚县', 'yx'],
    ['东莞市', 'dgs'],
    ['长治市', 'czs'],
    ['亳州市', 'bzs'],
    ['西藏自治区', 'xzzzq'],
    ['流波䃥镇', 'lbzz'],
  ])('are read as their people read them: %s is %s', (name, initials) => {
    expect([...country.values()].find((division) => division.name === name)?.initials).toBe(initials);
  });

  test('have a letter for every character of every name', () => {
    const letters = (name: string) => name.replace(/\P{Script=Han}/gu, '').length;
    expect([...country.values()].filter(({ name, initials }) => initials.length !== letters(name))).toEqual([]);
  });
});

describe('a folder of divisions', () => {
  const jiangxi = readFileSync(join(dataFolder, '36.json'), 'utf8');
  const noChanges = '{ "changes": [] }';

  test('is refused when a file is not of the right shape, by its name', () => {
    const folder = folderWith({ 'data/36.json': jiangxi.replace('"jjs"', '""'), 'changes.json': noChanges });
    expect(() => loadDivisions(join(folder, 'data'), join(folder, 'changes.json'))).toThrow(
      /36\.json is not as schema\.ts says/,
    );
    const unsafe = folderWith({ 'data/36.json': jiangxi, 'changes.json': '{ "changes": [{ "on": "soon" }] }' });
    expect(() => loadDivisions(join(unsafe, 'data'), join(unsafe, 'changes.json'))).toThrow(/changes\.json is not/);
  });

  test('is refused when it is not the whole country, with all its faults', () => {
    const folder = folderWith({ 'data/36.json': jiangxi, 'changes.json': noChanges });
    expect(() => loadDivisions(join(folder, 'data'), join(folder, 'changes.json'))).toThrow(
      /The divisions have 3 faults:\n340523 is not 和县 in its place\./,
    );
  });
});
