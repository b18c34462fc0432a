// Build time only: the template of the import as a file. Its cells are text, so that a spreadsheet rounds no number and runs nothing.
import writeSheet from 'write-excel-file/node';
import { EDUCATION_WORDS, LEVEL_WORDS, POST_WORDS } from '../../../../../functions/domain/imports/cell-words.ts';
import { COLUMNS, type Column } from '../../../../../functions/domain/imports/column-names.ts';
import { HEADINGS, NEEDED } from '../../../../../functions/domain/imports/columns.ts';

/** Rows that are prepared as text. */
const ROWS = 200;

/** What stands under each heading of the second sheet. */
const NOTES: Readonly<Record<Column, string>> = {
  unit: '机构页上的名称；同名的写成「上级/单位」。没有这一列时，全部登记到导入时选的单位。',
  name: '必填。',
  phone: '11 位手机号。手机号、身份证号至少填一项。',
  idNumber: '18 位身份证号，文本格式。',
  post: `必填：${firstWords(POST_WORDS)}。`,
  established: '是、否；留空按不在编登记。',
  education: `${firstWords(EDUCATION_WORDS)}；可留空。`,
  isSocialWorkMajor: '是、否；可留空。',
  from: '2024-03-01；留空按导入当天登记。',
  certificateLevel: `${firstWords(LEVEL_WORDS)}；没有证书的，六列都留空。`,
  certificateNumber: '有证书的必填，文本格式。',
  issued: '有证书的必填，2021-10-15。',
  registered: '办理登记的日期；可留空。',
  registrationFrom: '登记证上有效期的第一天；可留空。',
  registrationTo: '登记证上有效期的最后一天；留空按三年计算。',
};

export async function GET(): Promise<Response> {
  const headings = COLUMNS.map((column) => ({ value: HEADINGS[column][0], type: String, fontWeight: 'bold' as const }));
  const empty = Array.from({ length: ROWS }, () => COLUMNS.map(() => ({ value: '', type: String, format: '@' })));
  const notes = COLUMNS.map((column) => [
    { value: `${HEADINGS[column][0]}${NEEDED.includes(column) ? '（必填）' : ''}`, type: String },
    { value: NOTES[column], type: String },
  ]);
  const bytes = await writeSheet([
    { data: [headings, ...empty], sheet: '人员', columns: COLUMNS.map(() => ({ width: 20 })) },
    { data: notes, sheet: '填写说明', columns: [{ width: 24 }, { width: 80 }] },
  ]).toBuffer();
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
}

function firstWords(words: Readonly<Record<string, readonly string[]>>): string {
  return Object.values(words)
    .map(([first]) => first)
    .join('、');
}
