import { describe, expect, test } from 'vitest';
import { divisionsOf } from '../../../../functions/domain/divisions/file.ts';
import { search, searchIndex } from '../../../../functions/domain/divisions/search.ts';
import { fileOf, REPLACED } from './builders.ts';

const divisions = divisionsOf(fileOf(undefined, [REPLACED]));
const index = searchIndex(divisions, '2026-11-23');
const found = (text: string, limit = 20) => search(index, text, limit).map(({ name }) => name);

describe('a search', () => {
  test('finds a part of a name, its beginning first, higher levels first', () => {
    expect(found('九江')).toEqual(['九江市', '九江乡']);
    expect(found('江')).toEqual(['江西省', '江边镇', '九江市', '九江乡']);
  });

  test('finds initials, the whole before their beginning', () => {
    expect(found('jjs')).toEqual(['九江市']);
    expect(found('dc')).toEqual(['东城区', '东城街道']);
    expect(found('cq')).toEqual([]);
  });

  test('finds the beginning of a code, the whole code first', () => {
    expect(found('3604')).toEqual(['九江市', '濂溪区', '修水市', '十里街道', '义宁镇', '九江乡']);
    expect(found('360402')).toEqual(['濂溪区', '十里街道']);
  });

  test('does not mind case, width and spaces', () => {
    expect(found(' ＪＪＳ ')).toEqual(['九江市']);
    expect(found('九 江 市')).toEqual(['九江市']);
    expect(found('３６０４０２')).toEqual(['濂溪区', '十里街道']);
  });

  test('gives the best up to the limit, and nothing for no text', () => {
    expect(found('江', 2)).toEqual(['江西省', '江边镇']);
    expect(found('江', 0)).toEqual([]);
    expect(found('  ')).toEqual([]);
    expect(found('火星')).toEqual([]);
  });

  test('finds what is there on the day of the index', () => {
    expect(found('修水')).toEqual(['修水市']);
    expect(search(searchIndex(divisions, '2024-04-30'), '修水', 20).map(({ name }) => name)).toEqual(['修水县']);
  });
});
