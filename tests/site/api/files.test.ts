import { expect, it } from 'vitest';
import { readFile } from '../../../site/src/api/files.ts';

const SENT = { params: { course: 'course-1' }, query: { from: 'person-1.001' } };
const answering = (body: string, init: ResponseInit) => async () => new Response(body, init);

it('reads the bytes and the headers of a file, at its path', async () => {
  let asked = '';
  const send: typeof fetch = async (input) => {
    asked = String(input);
    return new Response('%PDF-1.3', { headers: { 'zhuren-pages': '2' } });
  };
  const { blob, headers } = await readFile(send, 'courseCompletionsFile', SENT);
  expect(asked).toBe('/api/documents/courses/course-1/completions/file?from=person-1.001');
  expect([await blob.text(), headers.get('zhuren-pages')]).toEqual(['%PDF-1.3', '2']);
});

const problem = { type: 'urn:zhuren:problem:refused', code: 'refused', reason: 'no-completions', instance: 'id-1' };

it.each<[string, typeof fetch, object]>([
  [
    'a problem of ours, with its reason',
    answering(JSON.stringify(problem), { status: 422 }),
    { code: 'refused', reason: 'no-completions' },
  ],
  ['an answer that is no problem of ours', answering('<html>', { status: 502 }), { code: 'internal' }],
  ['no answer', () => Promise.reject(new TypeError('no network')), { code: 'offline' }],
])('tells %s as the client does', async (_what, send, told) => {
  await expect(readFile(send, 'courseCompletionsFile', SENT)).rejects.toMatchObject({ name: 'ApiProblem', ...told });
});
