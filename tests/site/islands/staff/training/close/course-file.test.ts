import { expect, it } from 'vitest';
import type { ApiProblem } from '../../../../../../site/src/api/client.ts';
import {
  NOTHING_SAVED,
  printCourse,
  type Saved,
} from '../../../../../../site/src/islands/staff/training/close/course-file.ts';

const PATH = '/api/documents/courses/course-1/completions/file';

/** A server with parts of so many pages; it fails at the part of the number. */
function server(parts: readonly { pages: number; unprinted?: string }[], failing?: number) {
  const asked: string[] = [];
  const send: typeof fetch = async (input) => {
    const url = new URL(String(input), 'https://zhuren.example');
    asked.push(`${url.pathname}${url.search}`);
    const at = Number(url.searchParams.get('from')?.slice('person-x.'.length) ?? 0);
    if (at === failing) throw new TypeError('no network');
    const { pages, unprinted } = parts[at] ?? { pages: 0 };
    const next: Record<string, string> = at + 1 < parts.length ? { 'zhuren-next': `person-x.${at + 1}` } : {};
    const left: Record<string, string> = unprinted === undefined ? {} : { 'zhuren-unprinted': unprinted };
    return new Response('%PDF-', { headers: { 'zhuren-pages': String(pages), ...next, ...left } });
  };
  return { asked, send };
}

async function printed(send: typeof fetch, from: Saved = NOTHING_SAVED, most = Number.POSITIVE_INFINITY) {
  const files: (number | undefined)[] = [];
  const seen: Saved[] = [from];
  const failed = await printCourse({
    ...{ send, course: 'course-1', from },
    save: (_blob, part) => files.push(part),
    onSaved: (saved) => seen.push(saved),
    isWanted: () => files.length < most,
  }).catch((error: ApiProblem) => error.code);
  return { files, saved: seen.at(-1) as Saved, failed };
}

it('saves one file without a number when it holds all', async () => {
  const { send, asked } = server([{ pages: 12 }]);
  const { files, saved } = await printed(send);
  expect([files, asked]).toEqual([[undefined], [PATH]]);
  expect(saved).toEqual({ files: 1, pages: 12, unprinted: [], next: undefined });
});

it('saves part after part with their numbers, and tells which are in none', async () => {
  const { send, asked } = server([{ pages: 50 }, { pages: 0, unprinted: 'a,b' }, { pages: 3, unprinted: 'c' }]);
  const { files, saved } = await printed(send);
  expect(files).toEqual([1, 2]);
  expect(asked).toEqual([PATH, `${PATH}?from=person-x.1`, `${PATH}?from=person-x.2`]);
  expect(saved).toEqual({ files: 2, pages: 53, unprinted: ['a', 'b', 'c'], next: undefined });
});

it('goes on after a stop and after a failure with the part that is missing', async () => {
  const parts = [{ pages: 50 }, { pages: 50 }, { pages: 1 }];
  const stopped = await printed(server(parts).send, NOTHING_SAVED, 1);
  expect(stopped.saved).toMatchObject({ files: 1, next: 'person-x.1' });
  const failed = await printed(server(parts, 2).send, stopped.saved);
  expect(failed).toMatchObject({ files: [2], failed: 'offline', saved: { pages: 100, next: 'person-x.2' } });
  const done = await printed(server(parts).send, failed.saved);
  expect([done.files, done.saved.pages]).toEqual([[3], 101]);
});
