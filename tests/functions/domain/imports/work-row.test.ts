import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workRow } from '../../../../functions/contract/station/forms.ts';
import { ACTIVITY_KINDS } from '../../../../functions/domain/activities/kinds.ts';
import {
  KIND_WORDS,
  kindOf,
  WORK_COLUMNS,
  WORK_HEADINGS,
  workHeadings,
} from '../../../../functions/domain/imports/work-columns.ts';
import { readWorkRow, type WorkCells, type WorkRow } from '../../../../functions/domain/imports/work-row.ts';

const usual: WorkCells = { day: '2026/3/5', kind: '养老', title: '为老义诊', place: '村委会', served: '48人次' };
const reading = { line: 2, today: '2026-11-24' };

function rowOf(cells: WorkCells): WorkRow {
  const read = readWorkRow({ ...usual, ...cells }, reading);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.row;
}

function faultsOf(cells: WorkCells): string[] {
  const read = readWorkRow({ ...usual, ...cells }, reading);
  return read.ok ? [] : read.errors.map(({ column, code }) => `${column} ${code}`);
}

describe('headings and kinds', () => {
  it('stand for one column, or one kind, alone', () => {
    const headings = WORK_COLUMNS.flatMap((column) => WORK_HEADINGS[column]);
    expect(new Set(headings).size).toBe(headings.length);
    for (const column of WORK_COLUMNS) {
      expect(WORK_HEADINGS[column].map(workHeadings.columnOf)).toEqual(WORK_HEADINGS[column].map(() => column));
    }
    const words = ACTIVITY_KINDS.flatMap((kind) => KIND_WORDS[kind]);
    expect(new Set(words).size).toBe(words.length);
    for (const kind of ACTIVITY_KINDS) expect(KIND_WORDS[kind].map(kindOf)).toEqual(KIND_WORDS[kind].map(() => kind));
  });
});

describe('a row', () => {
  it('is read whole', () => {
    expect(rowOf({ volunteers: '６', minutes: '1.5 小时' })).toEqual({
      ...{ line: 2, day: '2026-03-05', kind: 'elderly', title: '为老义诊', place: '村委会' },
      ...{ served: 48, volunteers: 6, minutes: 90 },
    });
  });

  it('takes days, numbers and durations as lists write them', () => {
    expect(rowOf({ day: '46086' }).day).toBe('2026-03-05');
    expect(rowOf({ served: '1,200' }).served).toBe(1200);
    expect(rowOf({ served: '48.0' }).served).toBe(48);
    expect(['90', '90分钟', '2h', '0.5小时'].map((minutes) => rowOf({ minutes }).minutes)).toEqual([90, 90, 120, 30]);
  });

  it('without kind, place, volunteers and duration is an activity of another kind', () => {
    expect(rowOf({ kind: '', place: '无', volunteers: '', minutes: '/' })).toMatchObject({
      ...{ kind: 'other', place: '', volunteers: 0, minutes: 0 },
    });
  });

  it('names every fault at once, by its column', () => {
    expect(faultsOf({ day: '2026年3月', kind: '飞行', title: ' ', served: '很多', minutes: '一天' })).toEqual([
      'day day-part',
      'kind word',
      'title missing',
      'served number',
      'minutes number',
    ]);
    expect(faultsOf({ day: '2026-02-30', served: '' })).toEqual(['day day-calendar', 'served missing']);
    expect(faultsOf({ day: '2026-11-25' })).toEqual(['day day-future']);
    expect(faultsOf({ title: '长'.repeat(61) })).toEqual(['title length']);
    expect(faultsOf({ served: '-3' })).toEqual(['served number']);
  });

  it('keeps somebody’s number out, and does not repeat it', () => {
    const read = readWorkRow({ ...usual, title: '走访 138 0000 0001 家' }, reading);
    expect(read).toEqual({ ok: false, errors: [{ column: 'title', code: 'number-of-somebody', value: '' }] });
  });

  it('is never more than the wire takes, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.double().map(String),
      fc.constant('2026-3-5'),
    );
    const cells = fc.record(Object.fromEntries(WORK_COLUMNS.map((column) => [column, cell])));
    fc.assert(
      fc.property(cells, (given) => {
        const read = readWorkRow({ ...usual, ...given }, reading);
        if (read.ok) expect(workRow.safeParse(read.row).success).toBe(true);
        else expect(read.errors.length).toBeGreaterThan(0);
      }),
    );
  });
});
