// An export of the audit as rows of a table: the unit before each line, told by the names that came with the pages. Pure.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Telling } from './fact.ts';
import { cellsOf } from './line.ts';

export type ExportPage = Answer<'exportAudit'>;

export function tableOf(pages: readonly ExportPage[], { t, words, nameOf }: Telling): string[][] {
  const names = new Map(pages.flatMap((page) => Object.entries(page.names)));
  const telling = { t, words, nameOf: (id: string) => names.get(id) ?? nameOf(id) };
  const lines = pages.flatMap((page) => page.lines);
  return [
    [t.audit.unit, ...t.audit.columns],
    ...lines.map((line) => [telling.nameOf(line.unit) ?? line.unit, ...cellsOf(line, telling)]),
  ];
}
