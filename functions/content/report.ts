// What the check command prints: findings by file, and a table by subject and chapter.
import type { Bank, EssayFile, Finding, Refs } from './bank.ts';
import { letterCounts } from './checks/key-balance.ts';
import { keyIsLongest } from './checks/longest-option.ts';
import { isReadTwice } from './essay-review.ts';
import { isReviewed } from './review.ts';
import type { Item } from './schema.ts';

/** Findings grouped by file, errors before warnings; what several items of a file share is said once. */
export function findingsText(findings: readonly Finding[]): string {
  const byFile = [...Map.groupBy(findings, (f) => f.file)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byFile.map(([file, group]) => [file, ...linesOf(group)].join('\n')).join('\n\n');
}

function linesOf(group: readonly Finding[]): string[] {
  const said = Map.groupBy(group, (f) => `${f.level.padEnd(7)} [${f.check}] ${f.message}`);
  return [...said]
    .sort(([a], [b]) => Number(b.startsWith('error')) - Number(a.startsWith('error')))
    .map(([text, same]) => {
      const items = same.flatMap((f) => f.item ?? []);
      return items.length === 0 ? `  ${text}` : `  ${text}\n          ${items.join(' ')}`;
    });
}

const COLUMNS = [
  'chapter',
  'items',
  'reviewed',
  'single:multiple',
  'easy/medium/hard',
  'A/B/C/D of singles',
  'key longest',
];

/** A row for every chapter with questions and one for every subject, as a Markdown table. */
export function tableText(bank: Bank, refs: Refs): string {
  const subjects = refs.subjects.filter((s) => bank.files.some((f) => f.subject === s.id));
  const rows = subjects.flatMap((subject) => {
    const files = bank.files.filter((f) => f.subject === subject.id);
    return [
      ...files.map((f) => row(f.chapter, f.items)),
      row(
        subject.id,
        files.flatMap((f) => f.items),
      ),
    ];
  });
  const widths = COLUMNS.map((column, i) => Math.max(column.length, ...rows.map((r) => r[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.map((c, i) => c.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(COLUMNS), line(widths.map((w) => '-'.repeat(w))), ...rows.map(line)].join('\n');
}

/** How many essays there are, in one line. */
export function essaysText(files: readonly EssayFile[]): string {
  const essays = files.flatMap((file) => file.essays);
  const cases = essays.filter((essay) => essay.kind === 'case').length;
  return `${cases} cases, ${essays.length - cases} designs, ${essays.filter(isReadTwice).length} of them reviewed.`;
}

function row(name: string, items: readonly Item[]): string[] {
  const count = (test: (item: Item) => boolean): number => items.filter(test).length;
  const singles = items.filter((i) => i.kind === 'single');
  const longest = singles.filter(keyIsLongest).length;
  return [
    name,
    String(items.length),
    String(count(isReviewed)),
    `${singles.length}:${items.length - singles.length}`,
    (['easy', 'medium', 'hard'] as const).map((d) => count((i) => i.difficulty === d)).join('/'),
    [...letterCounts('single', items).values()].join('/'),
    singles.length === 0 ? '–' : `${Math.round((longest / singles.length) * 100)} %`,
  ];
}
