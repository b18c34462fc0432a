// The book's address: what a view writes, it reads.
import { describe, expect, it } from 'vitest';
import { addressOf, filtersOn, UNFILTERED, type View, viewFrom } from '../../../../site/src/islands/book/view.ts';

const read = (address: string) => viewFrom(new URLSearchParams(address));

describe('the address of a view', () => {
  it.each<View>([
    { tab: 'wrong', ...UNFILTERED },
    { tab: 'note', ...UNFILTERED, kind: 'multiple' },
    { tab: 'wrong', subject: 'one', chapter: 'one-2', kind: 'single', time: 'week' },
  ])('reads back as the same view: %o', (view) => {
    expect(read(addressOf(view))).toEqual(view);
  });

  it('takes what it does not know for the usual', () => {
    expect(read('?tab=x&kind=essay&time=century')).toEqual({ tab: 'wrong', ...UNFILTERED });
  });

  it('leaves the time out where nothing is filtered by it', () => {
    expect(filtersOn({ tab: 'note', ...UNFILTERED, time: 'day' })).toEqual([]);
    expect(filtersOn({ tab: 'wrong', ...UNFILTERED, time: 'day' })).toEqual(['time']);
  });
});
