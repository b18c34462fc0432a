// All valid certificates of a course as PDFs to print: part after part, each saved as it comes, so that a stop on the way loses nothing.
import { readFile } from '../../../../api/files.ts';

/** What was saved so far. */
export interface Saved {
  files: number;
  pages: number;
  /** Numbers of those that could not be printed. */
  unprinted: readonly string[];
  /** Where it goes on; missing when all is saved. */
  next?: string | undefined;
}

export const NOTHING_SAVED: Saved = { files: 0, pages: 0, unprinted: [] };

interface Printing {
  send: typeof fetch;
  course: string;
  /** What was saved before a stop. */
  from: Saved;
  /** Takes a file; `part` counts from 1 and is missing when there is one alone. */
  save: (blob: Blob, part: number | undefined) => void;
  onSaved: (saved: Saved) => void;
  /** Asked before each part. */
  isWanted: () => boolean;
}

/** Reads and saves until all is there or nobody wants it any more. Throws ApiProblem. */
export async function printCourse({ send, course, from, save, onSaved, isWanted }: Printing): Promise<void> {
  let saved = from;
  do {
    const query = saved.next === undefined ? {} : { from: saved.next };
    const { blob, headers } = await readFile(send, 'courseCompletionsFile', { params: { course }, query });
    const next = headers.get('zhuren-next') ?? undefined;
    const pages = Number(headers.get('zhuren-pages'));
    const files = saved.files + (pages > 0 ? 1 : 0);
    if (pages > 0) save(blob, files === 1 && next === undefined ? undefined : files);
    const more = headers.get('zhuren-unprinted')?.split(',') ?? [];
    saved = { files, pages: saved.pages + pages, unprinted: [...saved.unprinted, ...more], next };
    onSaved(saved);
  } while (saved.next !== undefined && isWanted());
}
