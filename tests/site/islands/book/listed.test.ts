// What each tab of the book lists, and the way out of it and back.
import { describe, expect, it } from 'vitest';
import { fold, recordOf } from '../../../../functions/domain/practice/fold.ts';
import type { Change } from '../../../../functions/domain/practice/journal.ts';
import { allIn, listed } from '../../../../site/src/islands/book/listed.ts';
import { moves } from '../../../../site/src/islands/book/take-out.ts';
import { tabs, UNFILTERED, type View } from '../../../../site/src/islands/book/view.ts';
import { answer, at, entries } from '../../../support/builders.ts';
import { bank } from '../bank.ts';

const WRONG = { earned: 0, possible: 2 };
const DAY = 86_400;

const changes = [
  answer({ question: 'q11', ...WRONG, at: at(-40 * DAY) }),
  answer({ question: 'q12', ...WRONG, at: at(-3 * DAY) }),
  answer({ question: 'q21', ...WRONG, at: at(0) }),
  answer({ question: 'gone', ...WRONG, at: at(1) }),
  { kind: 'mark', question: 'q22', mark: 'favourite', on: true, at: at(2) } as const,
  { kind: 'mark', question: 'q13', mark: 'favourite', on: true, at: at(3) } as const,
  { kind: 'mark', question: 'q13', mark: 'flag', on: true, at: at(4) } as const,
  { kind: 'note', question: 'q12', text: '看主体', at: at(5) } as const,
];
const from = { state: fold(entries(changes)), bank, today: '2026-03-01' };
const view = (change: Partial<View>): View => ({ tab: 'wrong', ...UNFILTERED, ...change });

describe('a list of the book', () => {
  it('has the latest mistake first and leaves out what the bank no longer holds', () => {
    expect(listed(view({}), from)).toEqual(['q21', 'q12', 'q11']);
  });

  it.each([
    ['day', ['q21']],
    ['week', ['q21', 'q12']],
    ['month', ['q21', 'q12']],
  ] as const)('keeps to the time chosen: %s', (time, ids) => {
    expect(listed(view({ time }), from)).toEqual(ids);
  });

  it('keeps to the paper, the chapter and the kind chosen', () => {
    expect(listed(view({ subject: 'one' }), from)).toEqual(['q12', 'q11']);
    expect(listed(view({ chapter: 'two-1' }), from)).toEqual(['q21']);
    expect(listed(view({ kind: 'multiple' }), from)).toEqual(['q12']);
  });

  it('has favourites in the order of the syllabus, whatever time is chosen', () => {
    expect(listed(view({ tab: 'favourite', time: 'day' }), from)).toEqual(['q13', 'q22']);
  });

  it('has notes and flags', () => {
    expect(allIn('note', from)).toEqual(['q12']);
    expect(allIn('flag', from)).toEqual(['q13']);
  });
});

describe('taking out', () => {
  it.each(tabs)('takes a question out of the tab, and undoing it puts it back: %s', (tab) => {
    const [id = ''] = allIn(tab, from);
    const record = recordOf(from.state, id);
    const after = (...made: Change[]) =>
      fold(entries([...changes, ...made.map((change, i) => ({ ...change, at: at(10 + i) }))]));
    const out = moves[tab].out(id, record);
    const back = moves[tab].back(id, record);
    expect(allIn(tab, { ...from, state: after(out) })).not.toContain(id);
    expect(recordOf(after(out, back), id)).toEqual(record);
  });
});
