import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../../functions/content/divisions/edition.ts';
import { faultsOf } from '../../../../functions/content/divisions/faults.ts';
import type { Change } from '../../../../functions/domain/divisions/changes.ts';
import type { Row } from '../../../../functions/domain/divisions/file.ts';

/** The four towns the product was conceived from, and what they need above them. */
const TOWNS: Row[] = [
  ['360000', '江西省', 'jxs', [['0400', '九江市', 'jjs', [['0402', '濂溪区', 'lxq']]]]],
  ['340000', '安徽省', 'ahs', [['0500', '马鞍山市', 'mass', [['0523', '和县', 'hx']]]]],
  ['450000', '广西壮族自治区', 'gxzzzzq', [['0100', '南宁市', 'nns', [['0124', '马山县', 'msx']]]]],
  [
    '650000',
    '新疆维吾尔自治区',
    'xjwwezzq',
    [['4200', '塔城地区', 'tcdq', [['4201', '塔城市', 'tcs', [['202', '阿西尔达斡尔民族乡', 'axedwemzx']]]]]],
  ],
];

function edition(more: Row[] = [], changes: Change[] = []): Edition {
  const rows = [...TOWNS, ...more];
  return { year: '2023', provinces: [{ format: 1, edition: '2023', rows, changes }], changes };
}

const at = (on: string, parts: Omit<Change, 'on' | 'source'>): Change => ({ on, source: '公告', ...parts });

test('a sound edition has no faults', () => {
  expect(faultsOf(edition())).toEqual([]);
});

describe('a fault is', () => {
  test.each<[string, Row, string]>([
    [
      'a code that stands there twice',
      [
        '110000',
        '北京市',
        'bjs',
        [
          ['0101', '东城区', 'dcq'],
          ['0101', '西城区', 'xcq'],
        ],
      ],
      '110101 stands there twice.',
    ],
    ['a division without a name', ['110000', ' ', 'bjs'], '110000 has no name.'],
    ['a code that is none', ['010000', '北京市', 'bjs'], '010000 is no code.'],
    ['a county at the top', ['110101', '东城区', 'dcq'], '110101 lies under nothing.'],
    [
      'a county under a county',
      ['110000', '北京市', 'bjs', [['0101', '东城区', 'dcq', [['0102', '西城区', 'xcq']]]]],
      '110102 lies under 110101, which is no higher.',
    ],
  ])('%s', (_, row, fault) => {
    expect(faultsOf(edition([row]))).toContain(fault);
  });

  test('a town of the product that is missing or out of place', () => {
    const [jiangxi, ...others] = TOWNS;
    const rows = [...others, ['360000', '江西省', 'jxs', [['0400', '庐山市', 'lss']]] as Row];
    const without = { ...edition(), provinces: [{ format: 1 as const, edition: '2023', rows, changes: [] }] };
    expect(jiangxi?.[0]).toBe('360000');
    expect(faultsOf(without)).toEqual(['360400 is not 九江市 in its place.']);
  });

  test('a file of another edition', () => {
    expect(faultsOf({ ...edition(), year: '2024' })).toEqual(['A file is of 2023, not 2024.']);
  });

  test('a change that names what nobody knows', () => {
    const change = at('2024-01-01', { close: [{ code: '360403', into: ['360402'] }] });
    expect(faultsOf(edition([], [change]))).toEqual(['The change of 2024-01-01 names 360403: unknown.']);
  });

  test('a change out of order', () => {
    const changes = [at('2024-01-01', {}), at('2023-01-01', {})];
    expect(faultsOf(edition([], changes))).toEqual(['The change of 2023-01-01 stands after that of 2024-01-01.']);
  });

  test('a code that is given again: to another, or after it was abolished', () => {
    const opening = { code: '360402', name: '别区', initials: 'bq', parent: '360400' };
    const taken = faultsOf(edition([], [at('2024-01-01', { open: [opening] })]));
    expect(taken).toContain("A change gives 360402 again, which is another's or abolished.");
    const closed = at('2024-01-01', { close: [{ code: '360402', into: ['360400'] }] });
    const revived = at('2025-01-01', { move: [['360402', '360400']] });
    expect(faultsOf(edition([], [closed, revived]))).toEqual(taken);
  });

  test('a way up that breaks on some day', () => {
    const early = at('2023-01-01', { move: [['340523', '360400']] });
    const opening = { code: '360400', name: '九江市', initials: 'jjs', parent: '360000' };
    const broken = faultsOf(edition([], [early, at('2024-01-01', { open: [opening] })]));
    expect(broken).toContain('Division 340523 has no way up to a province on 2023-01-01: it ends at 360400.');
  });
});
