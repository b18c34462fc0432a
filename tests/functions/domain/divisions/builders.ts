// A small country: a province with prefectures and counties, a municipality without a middle level, a city without counties.
import type { Change } from '../../../../functions/domain/divisions/changes.ts';
import type { DivisionFile, Row } from '../../../../functions/domain/divisions/file.ts';

export const WEST: Row = [
  '360000',
  '江西省',
  'jxs',
  [
    [
      '0400',
      '九江市',
      'jjs',
      [
        ['0402', '濂溪区', 'lxq', [['001', '十里街道', 'sljd']]],
        [
          '0424',
          '修水县',
          'xsx',
          [
            ['100', '义宁镇', 'ynz'],
            ['200', '九江乡', 'jjx'],
          ],
        ],
      ],
    ],
    ['9001', '直辖市', 'zxs', [['100', '江边镇', 'jbz']]],
    ['1900', '无县市', 'wxs', [['003', '东城街道', 'dcjd']]],
    ['0200', '关市', 'gs', [['0201001', '雄关街道', 'xgjd']]],
  ],
];

export const CAPITAL: Row = ['110000', '北京市', 'bjs', [['0101', '东城区', 'dcq', [['001', '东华门街道', 'dhmjd']]]]];

export function fileOf(rows: Row[] = [WEST, CAPITAL], changes: Change[] = []): DivisionFile {
  return { format: 1, edition: '2023', rows, changes };
}

/** 修水县 is replaced by 修水市 with a new code; one of its towns goes to 濂溪区 instead. */
export const REPLACED: Change = {
  on: '2024-05-01',
  source: '省人民政府公告',
  open: [{ code: '360483', name: '修水市', initials: 'xss', parent: '360400' }],
  move: [['360424200', '360402']],
  close: [{ code: '360424', into: ['360483', '360402'] }],
};
