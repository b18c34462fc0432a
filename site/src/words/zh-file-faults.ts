// Why a chosen file cannot be read, in Chinese: what every import says.
import type { FileReason } from '../islands/staff/import/file-fault.ts';

export const fileFaultsZh: Readonly<Record<FileReason, string>> = {
  'too-large': '文件超过 5 MB。请删去图片和多余的表，或分成几个文件。',
  empty: '文件里没有内容。请确认选对了文件。',
  'old-excel': '这是旧版 .xls 或加了密码的文件。请在表格软件中去掉密码，另存为 .xlsx 后再选。',
  damaged: '文件不是可读的表格，或已损坏。请在表格软件中打开并另存为 .xlsx。',
  'unpacked-size': '文件展开后过大，没有继续读取。请只保留要导入的表，另存为新文件。',
  rows: '超过 10,000 行。请分成几个文件导入。',
  columns: '超过 40 列。请删去不需要的列。',
  encoding: '文字编码无法识别。请另存为 UTF-8 编码的 CSV，或 .xlsx。',
};
