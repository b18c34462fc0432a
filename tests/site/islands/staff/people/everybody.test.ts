// Everybody of a unit, read to the last page.
import { expect, it } from 'vitest';
import type { Call } from '../../../../../site/src/api/client.ts';
import { everybodyOf } from '../../../../../site/src/islands/staff/people/everybody.ts';

const worker = (person: string) => ({
  person,
  name: `名${person}`,
  post: 'other',
  established: false,
  from: '2024-01-01',
});

it('reads the workers page by page, then the roles, and knows everybody by name', async () => {
  const pages = [
    { workers: [worker('person-1')], grants: [], cursor: 'a' },
    { workers: [], grants: [], cursor: 'b' },
    { workers: [], grants: [{ id: 'g', person: 'person-2', role: 'liaison', from: '2024-01-01' }] },
  ];
  const asked: unknown[] = [];
  const call = (async (_name: string, sent: { query: unknown }) => {
    asked.push(sent.query);
    return pages.shift();
  }) as unknown as Call;
  const { workers, grants, names } = await everybodyOf(call, 'u1', '2026-01-01');
  expect(asked).toEqual([
    { day: '2026-01-01' },
    { day: '2026-01-01', cursor: 'a' },
    { day: '2026-01-01', cursor: 'b' },
  ]);
  expect([workers.length, grants.length]).toEqual([1, 1]);
  expect([...names].sort()).toEqual([
    ['person-1', '名person-1'],
    ['person-2', 'person-2'],
  ]);
});
