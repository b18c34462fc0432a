// Builders of what the staff pages read: rows of the tree, one unit, one person.
import { indexRows, type Row, type TreeIndex } from '../../../../site/src/islands/staff/tree/rows.ts';
import type { UnitRead } from '../../../../site/src/islands/staff/units/history.ts';

/** A row from `id`, its parent and what differs. */
export function row(id: string, parent: string | null, more: Partial<Row> = {}): Row {
  return { id, parent, name: id, kind: 'bureau', ...more };
}

/** A city with two counties, a station in each; ids that are prefixes of one another. */
export const CITY: TreeIndex = indexRows([
  row('1', null, { name: '九江市主管部门' }),
  row('11', '1', { name: '修水县主管部门' }),
  row('110', '1', { name: '德安县主管部门' }),
  row('111', '11', { name: '义宁镇社工站', kind: 'station-township' }),
  row('1101', '110', { name: '蒲亭镇社工站', kind: 'station-township' }),
  row('112', '11', { name: '县社工总站', kind: 'station-county' }),
]);

export function unitRead(more: Partial<UnitRead> = {}): UnitRead {
  return {
    ...{ id: 'u1', kind: 'station-township', division: '340523100', name: '新名', opened: '2021-01-01' },
    ...{ names: [{ from: '2021-01-01', value: '旧名' }], parents: [{ from: '2021-01-01', value: 'p1' }] },
    ...{ successors: [], contacts: {}, posts: [], path: [{ id: 'p1', name: '县' }], children: 0, version: 1 },
    ...more,
  };
}
