import { expect, it } from 'vitest';
import type { Call } from '../../../../../../site/src/api/client.ts';
import { issueFor } from '../../../../../../site/src/islands/staff/training/close/issue.ts';

const people = Array.from({ length: 60 }, (_, i) => `p${i}`);

function issuing(sizes: number[]) {
  const call = (async (_: string, { body }: { body: { people: string[] } }) => {
    sizes.push(body.people.length);
    return { lines: body.people.map((person) => ({ person, outcome: 'new' })) };
  }) as unknown as Call;
  return { call, course: 'course-1', people };
}

it('issues for everybody in slices, and tells of each', async () => {
  const sizes: number[] = [];
  const told: string[] = [];
  await issueFor({
    ...issuing(sizes),
    onLines: (lines) => told.push(...lines.map(({ person }) => person)),
    isWanted: () => true,
  });
  expect(sizes).toEqual([25, 25, 10]);
  expect(told).toEqual(people);
});

it('stops before the next slice when nobody wants it any more', async () => {
  const sizes: number[] = [];
  await issueFor({ ...issuing(sizes), onLines: () => undefined, isWanted: () => sizes.length < 1 });
  expect(sizes).toEqual([25]);
});
