// Build time only: the template of an exam's list as a file. Its cells are text, so that a spreadsheet rounds no number and runs nothing.
import writeSheet from 'write-excel-file/node';
import { EXAM_COLUMNS, EXAM_HEADINGS, type ExamColumn } from '../../../../../functions/domain/imports/exam-columns.ts';

/** Rows that are prepared as text. */
const ROWS = 200;

const PAPER = '分数，或 报名、缺考、参考、合格、当地线合格、不合格；没报的留空。';

/** What stands under each heading of the second sheet. */
const NOTES: Readonly<Record<ExamColumn, string>> = {
  name: '必填。',
  idNumber: '18 位身份证号，文本格式。身份证号、手机号至少填一项。',
  phone: '11 位手机号。',
  year: '如 2026；留空按导入时选择的年度。',
  level: '初级、中级、高级；留空按导入时选择的级别。',
  site: '考点或考区；可留空。',
  ticket: '准考证号，文本格式；可留空。',
  comprehensive: `社会工作综合能力：${PAPER}`,
  practice: `社会工作实务：${PAPER}`,
  law: `社会工作法规与政策（只有中级）：${PAPER}`,
  overall: '没有各科时填：报名、缺考、参考、合格、不合格。中级请填各科。',
};

export async function GET(): Promise<Response> {
  const headings = EXAM_COLUMNS.map((column) => ({
    ...{ value: EXAM_HEADINGS[column][0], type: String, fontWeight: 'bold' as const },
  }));
  const empty = Array.from({ length: ROWS }, () => EXAM_COLUMNS.map(() => ({ value: '', type: String, format: '@' })));
  const notes = EXAM_COLUMNS.map((column) => [
    { value: EXAM_HEADINGS[column][0], type: String },
    { value: NOTES[column], type: String },
  ]);
  const bytes = await writeSheet([
    { data: [headings, ...empty], sheet: '考试名单', columns: EXAM_COLUMNS.map(() => ({ width: 20 })) },
    { data: notes, sheet: '填写说明', columns: [{ width: 24 }, { width: 80 }] },
  ]).toBuffer();
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
}
