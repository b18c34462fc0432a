// Why a chosen file cannot be read, in English.
import type { FileReason } from '../islands/staff/import/file-fault.ts';

export const fileFaultsEn: Readonly<Record<FileReason, string>> = {
  'too-large': 'The file is over 5 MB. Take out pictures and other sheets, or split it.',
  empty: 'There is nothing in this file. Check that it is the right one.',
  'old-excel': 'This is an old .xls or has a password. Take the password off, save it as .xlsx and choose it again.',
  damaged: 'This is no readable table, or it is damaged. Open it in a spreadsheet and save it as .xlsx.',
  'unpacked-size': 'Unpacked, the file is too large, and was not read on. Keep only the sheet that is imported.',
  rows: 'More than 10,000 rows. Split the file.',
  columns: 'More than 40 columns. Take out those that are not needed.',
  encoding: 'The text encoding is unknown. Save it as CSV in UTF-8, or as .xlsx.',
};
