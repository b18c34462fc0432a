import { describe, expect, test } from 'vitest';
import { compose, type SourceTables } from '../../../../functions/content/divisions/compose.ts';

const SOURCE: SourceTables = {
  provinces: [
    { code: '42', name: '湖北省' },
    { code: '11', name: '北京市' },
    { code: '44', name: '广东省' },
    { code: '62', name: '甘肃省' },
  ],
  cities: [
    { code: '1101', name: '市辖区' },
    { code: '4290', name: '省直辖县级行政区划' },
    { code: '4419', name: '东莞市' },
    { code: '6202', name: '嘉峪关市' },
    { code: '4201', name: '武汉市' },
  ],
  counties: [
    { code: '110101', name: '东城区', city: '1101' },
    { code: '429004', name: '仙桃市', city: '4290' },
    { code: '441900', name: '东莞市', city: '4419' },
    { code: '620201', name: '嘉峪关市', city: '6202' },
    { code: '420103', name: '江汉区', city: '4201' },
    { code: '420102', name: '江岸区', city: '4201' },
  ],
  townships: [
    { code: '110101002', name: '景山街道', county: '110101' },
    { code: '110101001', name: '东华门街道', county: '110101' },
    { code: '441900003', name: '东城街道', county: '441900' },
    { code: '620201001', name: '雄关街道', county: '620201' },
  ],
};

describe('rows composed from a source', () => {
  const rows = compose(SOURCE, () => 'x');
  const [beijing, hubei, guangdong, gansu] = rows;

  test('stand in the order of codes, with initials', () => {
    expect(rows.map(([code]) => code)).toEqual(['110000', '420000', '440000', '620000']);
    expect(hubei?.[3]?.[0]).toEqual([
      '0100',
      '武汉市',
      'x',
      [
        ['0102', '江岸区', 'x'],
        ['0103', '江汉区', 'x'],
      ],
    ]);
  });

  test('put the districts of a municipality under it, without a level between', () => {
    expect(beijing?.[3]).toEqual([
      [
        '0101',
        '东城区',
        'x',
        [
          ['001', '东华门街道', 'x'],
          ['002', '景山街道', 'x'],
        ],
      ],
    ]);
  });

  test('put a county that the province runs under the province', () => {
    expect(hubei?.[3]?.at(-1)).toEqual(['9004', '仙桃市', 'x']);
  });

  test('put the townships of a city without counties under the city', () => {
    expect(guangdong?.[3]).toEqual([['1900', '东莞市', 'x', [['003', '东城街道', 'x']]]]);
    expect(gansu?.[3]).toEqual([['0200', '嘉峪关市', 'x', [['0201001', '雄关街道', 'x']]]]);
  });
});
