// What the commands print: findings by file, and tables by subject and chapter.
import { DIFFICULTIES } from '../domain/questions/question.ts';
import type { EssayFile, Finding } from './bank.ts';
import { isReadTwice } from './essay-review.ts';
import type { Item } from './schema.ts';
import type { Strength, SubjectStrength } from './strength.ts';

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
  'practice',
  'mock',
  'reviewed',
  'single:multiple',
  'easy/medium/hard',
  'A/B/C/D of singles',
  'key longer by',
  'alike',
  'outdated',
  'unverified',
];

/** A row for every chapter and one for every subject, as a Markdown table. */
export function tableText(subjects: readonly SubjectStrength[]): string {
  return markdown(
    COLUMNS,
    subjects.flatMap((subject) => [...subject.chapters, subject].map(row)),
  );
}

/** How readers and keys agree, and how many papers there are: a row a subject. */
export function subjectsText(subjects: readonly SubjectStrength[]): string {
  const rows = subjects.map(({ name, agreement: { readings, agreed }, papers }) => [
    name,
    String(readings),
    readings === 0 ? '–' : `${((agreed / readings) * 100).toFixed(1)} %`,
    String(papers),
  ]);
  return markdown(['subject', 'blind readings', 'picked the key', 'papers without a common item'], rows);
}

/** What was mended after the readings, and which keys stand against a reader: a line an item. */
export function changesText(items: readonly Item[]): string {
  return items
    .flatMap(({ id, review }) => [
      ...(review?.changed === undefined ? [] : [`${id} mended: ${review.changed}`]),
      ...(review?.stands === undefined ? [] : [`${id} stands: ${review.stands}`]),
    ])
    .join('\n');
}

/** How many essays there are, in one line. */
export function essaysText(files: readonly EssayFile[]): string {
  const essays = files.flatMap((file) => file.essays);
  const cases = essays.filter((essay) => essay.kind === 'case').length;
  return `${cases} cases, ${essays.length - cases} designs, ${essays.filter(isReadTwice).length} of them reviewed.`;
}

function row(strength: Strength): string[] {
  const { kinds, difficulty } = strength;
  return [
    strength.name,
    String(strength.practice),
    String(strength.mock),
    String(strength.reviewed),
    `${kinds.single}:${kinds.multiple}`,
    DIFFICULTIES.map((d) => difficulty[d]).join('/'),
    strength.letters.join('/'),
    strength.lengthDifference.toFixed(1),
    String(strength.alike),
    String(strength.outdated),
    String(strength.unverified),
  ];
}

function markdown(columns: readonly string[], rows: readonly string[][]): string {
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((r) => r[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.map((c, i) => c.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(columns), line(widths.map((w) => '-'.repeat(w))), ...rows.map(line)].join('\n');
}
