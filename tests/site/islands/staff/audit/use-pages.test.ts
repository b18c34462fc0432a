// Going through pages.
import { expect, it } from 'vitest';
import { throughPages } from '../../../../../site/src/islands/staff/audit/use-pages.ts';

const PAGES = [{ n: 1, cursor: 'a' }, { n: 2, cursor: 'b' }, { n: 3 }];

function reading() {
  const asked: (string | undefined)[] = [];
  const read = async (cursor?: string) => {
    asked.push(cursor);
    return PAGES[asked.length - 1] as { n: number; cursor?: string };
  };
  return { asked, read };
}

it('reads on by the cursor of each page, to the last', async () => {
  const { asked, read } = reading();
  const seen: number[] = [];
  expect(await throughPages(read, ({ n }) => seen.push(n) > 0)).toBe(true);
  expect([asked, seen]).toEqual([
    [undefined, 'a', 'b'],
    [1, 2, 3],
  ]);
});

it('stops where it is told to', async () => {
  const { asked, read } = reading();
  expect(await throughPages(read, ({ n }) => n < 2)).toBe(false);
  expect(asked).toEqual([undefined, 'a']);
});
