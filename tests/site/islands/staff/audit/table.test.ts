// An export of the audit as a table.
import { expect, it } from 'vitest';
import { type ExportPage, tableOf } from '../../../../../site/src/islands/staff/audit/table.ts';
import { zh } from '../../../../../site/src/words/zh.ts';
import { staffZh } from '../../../../../site/src/words/zh-staff.ts';

const line = (unit: string, seq: number): ExportPage['lines'][number] => ({
  ...{ unit, seq, at: '2026-05-23T16:30:00.000Z', action: 'open', hash: 'h' },
  actor: { kind: 'person', person: 'person-1' },
  thing: { type: 'unit', id: unit },
});

it('has the unit before each line, and names that any page brought', () => {
  const pages: ExportPage[] = [
    { lines: [line('u1', 2), line('u1', 1)], names: { u1: '甲站' }, units: 1 },
    { lines: [line('u2', 1)], names: { u2: '乙站', 'person-1': '王某' }, units: 1 },
  ];
  const [head, ...rows] = tableOf(pages, { t: staffZh, words: zh, nameOf: () => undefined });
  expect(head).toEqual(['单位', ...staffZh.audit.columns]);
  expect(rows.map((row) => [row[0], row[1], row[3], row[6]])).toEqual([
    ['甲站', '2', '王某', '单位：甲站'],
    ['甲站', '1', '王某', '单位：甲站'],
    ['乙站', '1', '王某', '单位：乙站'],
  ]);
  for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
});
