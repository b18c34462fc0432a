// Build time only: the template of a list of activities as a file. Its cells are text, so that a spreadsheet changes no day and runs nothing.
import writeSheet from 'write-excel-file/node';
import {
  KIND_WORDS,
  WORK_COLUMNS,
  WORK_HEADINGS,
  type WorkColumn,
} from '../../../../../functions/domain/imports/work-columns.ts';

/** Rows that are prepared as text. */
const ROWS = 200;

/** What stands under each heading of the second sheet. */
const NOTES: Readonly<Record<WorkColumn, string>> = {
  day: '必填，如 2026-03-05。',
  kind: `可留空（记为其他）：${Object.values(KIND_WORDS)
    .map(([word]) => word)
    .join('、')}。`,
  title: '必填，最多 60 个字。不要写服务对象的姓名、电话或证件号码。',
  place: '可留空，最多 40 个字。',
  served: '必填：服务人次，同一个人来几次算几次。',
  volunteers: '志愿者人次；没有留空。',
  minutes: '分钟数，或 1.5 小时；可留空。',
};

export async function GET(): Promise<Response> {
  const headings = WORK_COLUMNS.map((column) => ({
    ...{ value: WORK_HEADINGS[column][0], type: String, fontWeight: 'bold' as const },
  }));
  const empty = Array.from({ length: ROWS }, () => WORK_COLUMNS.map(() => ({ value: '', type: String, format: '@' })));
  const notes = WORK_COLUMNS.map((column) => [
    { value: WORK_HEADINGS[column][0], type: String },
    { value: NOTES[column], type: String },
  ]);
  const bytes = await writeSheet([
    { data: [headings, ...empty], sheet: '活动清单', columns: WORK_COLUMNS.map(() => ({ width: 20 })) },
    { data: notes, sheet: '填写说明', columns: [{ width: 24 }, { width: 80 }] },
  ]).toBuffer();
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
}
