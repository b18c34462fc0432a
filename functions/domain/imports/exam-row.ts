// One row of a bureau's list of an exam: from the text of its cells to what is sent. Every fault of it is named, by its column.
import type { Result } from '../exams/record.ts';
import { halfWidth, plain } from '../people/digits.ts';
import { checkIdNumber, type IdNumberFault, maskIdNumber } from '../people/id-number.ts';
import { checkPhone, maskPhone, type PhoneFault } from '../people/phone.ts';
import type { Level } from '../questions/release.ts';
import type { Day } from '../time.ts';
import { isBlank, levelOf } from './cell-words.ts';
import { type ExamColumn, PAPERS_OF, type PaperColumn } from './exam-columns.ts';
import { HIDDEN, stated } from './row-rules.ts';

/** A row as it is sent. */
export interface ExamRow {
  /** Where it stands in the file, from 1, the headings counted. */
  line: number;
  name: string;
  idNumber?: string;
  phone?: string;
  year: number;
  level: Level;
  site?: string;
  ticket?: string;
  papers: { subject: string; result: Result }[];
}

/**
 * What is wrong with a cell. `missing`: must be filled in · `no-number`: neither identity number nor phone · `lost-digits`: a spreadsheet has rounded it · `word`: none of the words ·
 * `name-*`, `site-length`: too long, or with hidden signs · `ticket`: no such number · `year`: none in which there was an exam · `marks`: more than there are, or no
 * half of one · `not-of-level`: no paper of the level · `no-paper`: nothing is said of any · `needs-papers`: who sits three papers may sit
 * one of them · `duplicate`: the same person, year and level stand in another line, too.
 */
export type ExamRowCode =
  | 'missing'
  | 'no-number'
  | 'lost-digits'
  | 'word'
  | 'name-length'
  | 'name-signs'
  | 'site-length'
  | 'ticket'
  | 'year'
  | 'marks'
  | 'not-of-level'
  | 'no-paper'
  | 'needs-papers'
  | 'duplicate'
  | `id-${IdNumberFault}`
  | `phone-${PhoneFault}`;

export interface ExamRowError {
  column: ExamColumn;
  code: ExamRowCode;
  /** What stands in the cell; identity numbers masked. */
  value: string;
}

export type ReadExamRow = { ok: true; row: ExamRow } | { ok: false; errors: ExamRowError[] };

/** The text of each column that the file has. */
export type ExamCells = { readonly [C in ExamColumn]?: string };

export interface ExamReading {
  line: number;
  today: Day;
  /** For files that do not say it line by line. */
  year?: number | undefined;
  level?: Level | undefined;
}

/** 国人部发〔2006〕71号: the first exam was in 2008. */
export const FIRST_EXAM_YEAR = 2008;

const SITE_MOST = 60;
const NAME_MOST = 60;
const SHOWN_MOST = 40;
const MARKS_MOST = 100;

/** What a spreadsheet makes of a long number that was not text: 3.60402E+17. */
const ROUNDED = /^\d(?:\.\d+)?e\+?\d+$/i;

/** 准考证号, as the contract takes it. */
const TICKET = /^[0-9A-Za-z-]{4,30}$/;

const COLUMNS: readonly PaperColumn[] = ['comprehensive', 'practice', 'law'];

/** What stands in the cell of a paper. −1 and −2 are what the exam's own lists write for an absence and for a breach of discipline. */
const WORDS: Readonly<Record<Exclude<Result['kind'], 'marks'>, readonly string[]>> = {
  registered: ['报名', '已报名', '报考', '已报考', '报名成功', '是', '√', '✓'],
  absent: ['缺考', '缺席', '未参考', '未参加', '弃考', '-1'],
  sat: ['参考', '已参考', '参加', '已参加', '实考', '已考'],
  passed: ['合格', '通过', '已合格', '已通过', '及格', '达标', '国家线合格', '全国线合格'],
  'passed-local': ['当地线合格', '地方线合格', '单独划线合格', '省线合格', '市线合格', '当地合格'],
  failed: ['不合格', '未合格', '未通过', '不及格', '违纪', '-2'],
};

const KIND_OF = new Map(
  (Object.keys(WORDS) as (keyof typeof WORDS)[]).flatMap((kind) => WORDS[kind].map((word) => [word, kind] as const)),
);

/** Words that say that a paper was not entered for. */
const NOT_ENTERED = ['未报', '未报名', '未报考', '免考', '免试', '否', '×'];

/** Reads a row. Every fault of it is named at once. Never throws, whatever the cells hold. */
export function readExamRow(cells: ExamCells, { line, today, year, level }: ExamReading): ReadExamRow {
  const errors: ExamRowError[] = [];
  const wrong = (column: ExamColumn, code: ExamRowCode) => {
    errors.push({ column, code, value: shown(column, cells[column] ?? '') });
    return undefined;
  };
  const row = {
    line,
    name: nameOf(cells.name ?? '', wrong),
    ...numbersOf(cells, today, wrong),
    year: yearOf(cells.year ?? '', { today, year }, wrong),
    level: readLevel(cells.level ?? '', level, wrong),
    site: siteOf(cells.site ?? '', wrong),
    ticket: ticketOf(cells.ticket ?? '', wrong),
  };
  const papers = row.level === undefined ? [] : papersOf(cells, row.level, wrong);
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, row: stated({ ...row, papers }) as ExamRow };
}

type Wrong = (column: ExamColumn, code: ExamRowCode) => undefined;

function nameOf(text: string, wrong: Wrong): string | undefined {
  const name = text.replace(/\s+/g, ' ').trim();
  if (name === '') return wrong('name', 'missing');
  if (name.length > NAME_MOST) return wrong('name', 'name-length');
  if (name.search(HIDDEN) >= 0) return wrong('name', 'name-signs');
  return /^[\p{Script=Han} ]+$/u.test(name) ? name.replace(/ /g, '') : name;
}

function numbersOf(cells: ExamCells, today: Day, wrong: Wrong) {
  const [idNumber, phone] = [cells.idNumber ?? '', cells.phone ?? ''];
  if (isBlank(idNumber) && isBlank(phone)) wrong('idNumber', 'no-number');
  return { idNumber: idNumberOf(idNumber, today, wrong), phone: phoneOf(phone, wrong) };
}

function idNumberOf(text: string, today: Day, wrong: Wrong): string | undefined {
  if (isBlank(text)) return undefined;
  if (ROUNDED.test(text.trim())) return wrong('idNumber', 'lost-digits');
  const checked = checkIdNumber(text, today);
  return checked.ok ? checked.value : wrong('idNumber', `id-${checked.reason}`);
}

function phoneOf(text: string, wrong: Wrong): string | undefined {
  if (isBlank(text)) return undefined;
  if (ROUNDED.test(text.trim())) return wrong('phone', 'lost-digits');
  const checked = checkPhone(text);
  return checked.ok ? checked.value : wrong('phone', `phone-${checked.reason}`);
}

function ticketOf(text: string, wrong: Wrong): string | undefined {
  if (isBlank(text)) return undefined;
  const ticket = plain(text);
  if (ROUNDED.test(ticket)) return wrong('ticket', 'lost-digits');
  return TICKET.test(ticket) ? ticket : wrong('ticket', 'ticket');
}

/** `2026`, `2026年`, `2026年度`. */
function yearOf(text: string, { today, year }: Pick<ExamReading, 'today' | 'year'>, wrong: Wrong): number | undefined {
  if (isBlank(text)) return year ?? wrong('year', 'missing');
  const [, digits] = /^(\d{4})(?:年度?)?$/.exec(plain(text)) ?? [];
  const read = Number(digits ?? Number.NaN);
  // Entries for the next exam are made in the year of it.
  return read >= FIRST_EXAM_YEAR && read <= Number(today.slice(0, 4)) + 1 ? read : wrong('year', 'year');
}

function readLevel(text: string, level: Level | undefined, wrong: Wrong): Level | undefined {
  if (isBlank(text)) return level ?? wrong('level', 'missing');
  return levelOf(text) ?? wrong('level', 'word');
}

function siteOf(text: string, wrong: Wrong): string | undefined {
  if (isBlank(text)) return undefined;
  const site = text.replace(HIDDEN, ' ').replace(/\s+/g, ' ').trim();
  return site.length > SITE_MOST ? wrong('site', 'site-length') : site;
}

function papersOf(cells: ExamCells, level: Level, wrong: Wrong): ExamRow['papers'] {
  const of = new Map(PAPERS_OF[level].map(({ column, subject }) => [column, subject]));
  let isSaid = false;
  const papers = COLUMNS.flatMap((column) => {
    const text = cells[column] ?? '';
    if (isNothing(text)) return [];
    isSaid = true;
    const subject = of.get(column);
    const result = subject === undefined ? wrong(column, 'not-of-level') : resultOf(column, text, wrong);
    return subject === undefined || result === undefined ? [] : [{ subject, result }];
  });
  return isSaid ? papers : overallOf(cells.overall ?? '', level, wrong);
}

/** 是否合格 is answered by these. */
const ANSWERS = new Map<string, Result>([
  ['是', { kind: 'passed' }],
  ['否', { kind: 'failed' }],
]);

/** Of a list that says it of all papers at once: of levels whose papers are all entered for together. */
function overallOf(text: string, level: Level, wrong: Wrong): ExamRow['papers'] {
  const answer = ANSWERS.get(folded(text));
  if (answer === undefined && isNothing(text)) return wrong('overall', 'no-paper') ?? [];
  const result = answer ?? resultOf('overall', text, wrong);
  if (result === undefined) return [];
  if (result.kind === 'marks') return wrong('overall', 'word') ?? [];
  if (level === 'intermediate') return wrong('overall', 'needs-papers') ?? [];
  return PAPERS_OF[level].map(({ subject }) => ({ subject, result }));
}

function isNothing(text: string): boolean {
  return isBlank(text) || NOT_ENTERED.includes(folded(text));
}

function resultOf(column: ExamColumn, text: string, wrong: Wrong): Result | undefined {
  const word = folded(text);
  const kind = KIND_OF.get(word);
  if (kind !== undefined) return { kind };
  if (!/^\d+(?:\.\d+)?分?$/.test(word)) return wrong(column, 'word');
  const marks = Number(word.replace('分', ''));
  const isFit = marks <= MARKS_MOST && Number.isInteger(marks * 2);
  return isFit ? { kind: 'marks', marks: marks * 2 } : wrong(column, 'marks');
}

function folded(text: string): string {
  return halfWidth(text)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[−–—]/, '-')
    .toLowerCase();
}

function shown(column: ExamColumn, text: string): string {
  const value = text.replace(HIDDEN, ' ').trim();
  if (column !== 'idNumber' && column !== 'phone') return value.slice(0, SHOWN_MOST);
  const number = plain(value);
  if (number.length === 18) return maskIdNumber(number);
  if (number.length === 11) return maskPhone(number);
  return number.length < 7 ? '*'.repeat(number.length) : `${number.slice(0, 3)}****${number.slice(-2)}`;
}

/** Lines of one file that say the same person, year and level: each with the lines of all of them. */
export function doubledLines(rows: readonly ExamRow[]): Map<number, number[]> {
  const groups = Map.groupBy(rows, ({ idNumber, phone, year, level }) => `${idNumber ?? phone} ${year} ${level}`);
  const doubled = [...groups.values()].filter(({ length }) => length > 1).map((same) => same.map(({ line }) => line));
  return new Map(doubled.flatMap((lines) => lines.map((line) => [line, lines] as const)));
}
