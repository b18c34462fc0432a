// One row of a station's list of activities: from the text of its cells to what is sent. Every fault of it is named, by its column.
import { holdsNumber } from '../activities/checks.ts';
import type { Activity } from '../activities/record.ts';
import { halfWidth } from '../people/digits.ts';
import type { Day } from '../time.ts';
import { isBlank, readDay } from './cell-words.ts';
import { HIDDEN } from './row-rules.ts';
import { kindOf, type WorkColumn } from './work-columns.ts';

/** A row as it is sent. `line`: where it stands in the file, from 1, the headings counted. */
export interface WorkRow extends Omit<Activity, 'type'> {
  line: number;
}

/**
 * What is wrong with a cell. `missing`: must be filled in · `word`: no kind · `number`: no whole number of 0 or more · `length`: longer than it may be ·
 * `number-of-somebody`: a phone or an identity number in a text · `day-*`: not a day, a month alone, no such day, or one to come.
 */
export type WorkRowCode =
  | 'missing'
  | 'word'
  | 'number'
  | 'length'
  | 'number-of-somebody'
  | `day-${'form' | 'part' | 'calendar' | 'future'}`;

export interface WorkRowError {
  column: WorkColumn;
  code: WorkRowCode;
  /** What stands in the cell; nothing where it may be somebody's number. */
  value: string;
}

export type ReadWorkRow = { ok: true; row: WorkRow } | { ok: false; errors: WorkRowError[] };

/** The text of each column that the file has. */
export type WorkCells = { readonly [C in WorkColumn]?: string };

const SHOWN_MOST = 40;

/** As the contract takes them. */
const TEXT_MOST = { title: 60, place: 40 } as const;
const NUMBER_MOST = { served: 1_000_000, volunteers: 100_000, minutes: 10_000 } as const;

/** 2小时, 1.5 小时, 90分钟, 90. */
const DURATION = /^(\d{1,4}(?:\.\d{1,2})?)(小时|时|h|分钟|分|min)?$/;

/** Reads a row. Every fault of it is named at once. Never throws, whatever the cells hold. */
export function readWorkRow(cells: WorkCells, { line, today }: { line: number; today: Day }): ReadWorkRow {
  const errors: WorkRowError[] = [];
  const wrong = (column: WorkColumn, code: WorkRowCode): undefined => {
    errors.push({ column, code, value: code === 'number-of-somebody' ? '' : shown(cells[column] ?? '') });
  };
  const row = {
    line,
    day: dayOf(cells.day ?? '', today, wrong),
    kind: isBlank(cells.kind ?? '') ? 'other' : (kindOf(cells.kind ?? '') ?? wrong('kind', 'word')),
    title: textOf('title', cells, wrong),
    place: isBlank(cells.place ?? '') ? '' : textOf('place', cells, wrong),
    served: isBlank(cells.served ?? '') ? wrong('served', 'missing') : numberOf('served', cells, wrong),
    volunteers: isBlank(cells.volunteers ?? '') ? 0 : numberOf('volunteers', cells, wrong),
    minutes: isBlank(cells.minutes ?? '') ? 0 : minutesOf(cells.minutes ?? '', wrong),
  };
  return errors.length > 0 ? { ok: false, errors } : { ok: true, row: row as WorkRow };
}

type Wrong = (column: WorkColumn, code: WorkRowCode) => undefined;

function dayOf(text: string, today: Day, wrong: Wrong): Day | undefined {
  if (isBlank(text)) return wrong('day', 'missing');
  const read = readDay(text);
  if (!read.ok) return wrong('day', `day-${read.reason}`);
  return read.day > today ? wrong('day', 'day-future') : read.day;
}

function textOf(column: keyof typeof TEXT_MOST, cells: WorkCells, wrong: Wrong): string | undefined {
  const text = (cells[column] ?? '').replace(HIDDEN, ' ').replace(/\s+/g, ' ').trim();
  if (isBlank(text)) return wrong(column, 'missing');
  if (holdsNumber(text)) return wrong(column, 'number-of-somebody');
  return text.length > TEXT_MOST[column] ? wrong(column, 'length') : text;
}

/** `48`, `48人`, `1,200`, `48.0` as spreadsheets write a whole number. */
function numberOf(column: 'served' | 'volunteers', cells: WorkCells, wrong: Wrong): number | undefined {
  const digits = plainOf(cells[column] ?? '').replace(/(?:人次|人|次|名)$/, '');
  const value = /^\d+(?:\.0+)?$/.test(digits) ? Number(digits) : Number.NaN;
  return value <= NUMBER_MOST[column] ? value : wrong(column, 'number');
}

function minutesOf(text: string, wrong: Wrong): number | undefined {
  const [, number, unit = '分'] = DURATION.exec(plainOf(text)) ?? [];
  const minutes = Math.round(Number(number ?? Number.NaN) * (['小时', '时', 'h'].includes(unit) ? 60 : 1));
  return minutes <= NUMBER_MOST.minutes ? minutes : wrong('minutes', 'number');
}

function plainOf(text: string): string {
  return halfWidth(text).normalize('NFKC').replace(/[\s,]/g, '').toLowerCase();
}

function shown(text: string): string {
  return text.replace(HIDDEN, ' ').trim().slice(0, SHOWN_MOST);
}
