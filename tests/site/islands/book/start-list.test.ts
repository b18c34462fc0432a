// Starting a drill over a list: kept as a record where there is a disk, put into the address where there is none.
import { describe, expect, it } from 'vitest';
import { EMPTY } from '../../../../functions/domain/practice/fold.ts';
import { startList } from '../../../../site/src/islands/book/start-list.ts';
import type { Drill } from '../../../../site/src/journal/drill-record.ts';
import type { Shell } from '../../../../site/src/shell/shell.tsx';
import { NOON } from '../../../support/builders.ts';
import { bank } from '../bank.ts';

function shellWith(journal: { kept: boolean; saveDrill: (drill: Drill) => Promise<void> }): Shell {
  const page = (path: string) => path;
  const parts = { bank, page, now: () => NOON, newId: () => 'drill-one', journal: { ...journal, state: EMPTY } };
  return parts as unknown as Shell;
}

describe('a drill over a list', () => {
  it('is kept in the order of the list, named after its papers', async () => {
    const saved: Drill[] = [];
    const shell = shellWith({ kept: true, saveDrill: async (drill) => void saved.push(drill) });
    expect(await startList(shell, ['q21', 'q11'], 'wrong')).toBe('/practice/drill/?id=drill-one');
    expect(saved).toMatchObject([{ id: 'drill-one', order: 'wrong', mode: 'answer', questions: ['q21', 'q11'] }]);
    expect(saved[0]?.title.map((name) => name.en)).toEqual(['two', 'one']);
  });

  it('stands in the address, cut to a hundred, where nothing is kept', async () => {
    const shell = shellWith({ kept: false, saveDrill: async () => undefined });
    const address = await startList(
      shell,
      Array.from({ length: 101 }, () => 'q11'),
      'note',
    );
    expect(new URL(address, 'http://site').searchParams.get('questions')?.split(',')).toHaveLength(100);
  });

  it('stands in the address when it cannot be kept', async () => {
    const shell = shellWith({ kept: true, saveDrill: () => Promise.reject(new Error('full')) });
    expect(await startList(shell, ['q11'], 'flag')).toContain('questions=q11');
  });
});
