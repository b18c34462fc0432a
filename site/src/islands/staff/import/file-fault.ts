// Why a file cannot be read, each with something the reader can do about it. The one error that reading a file throws.

/**
 * `too-large`: more bytes than are taken · `empty`: nothing in it · `old-excel`: the format before .xlsx, or one with a password ·
 * `damaged`: no spreadsheet, or a broken one · `unpacked-size`: small outside, huge inside · `rows`, `columns`: more than are taken ·
 * `encoding`: text in none of the encodings that are read.
 */
export type FileReason =
  | 'too-large'
  | 'empty'
  | 'old-excel'
  | 'damaged'
  | 'unpacked-size'
  | 'rows'
  | 'columns'
  | 'encoding';

export class FileFault extends Error {
  override name = 'FileFault';
  readonly reason: FileReason;

  constructor(reason: FileReason) {
    super(reason);
    this.reason = reason;
  }
}

/** What is taken: bytes of the file, rows with something in them, columns. */
export const MOST = { bytes: 5 * 2 ** 20, rows: 10_000, columns: 40 } as const;
