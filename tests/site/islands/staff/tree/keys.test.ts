// The keyboard of the tree, as the WAI-ARIA Authoring Practices have it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTyping, moveFor, rowTyped, typedWith } from '../../../../../site/src/islands/staff/tree/keys.ts';
import { seenRows } from '../../../../../site/src/islands/staff/tree/rows.ts';
import { CITY } from '../units.ts';

// 1, 110 (closed), 11, 112, 111.
const rows = seenRows(CITY, new Set(['1', '11']));
const go = (to: string) => ({ kind: 'go', to });

describe('a key', () => {
  it.each([
    ['ArrowDown', '1', go('110')],
    ['ArrowDown', '111', go('111')],
    ['ArrowUp', '110', go('1')],
    ['ArrowUp', '1', go('1')],
    ['Home', '111', go('1')],
    ['End', '1', go('111')],
    ['PageDown', '1', go('111')],
    ['PageUp', '111', go('1')],
    ['ArrowRight', '110', { kind: 'open', ids: ['110'] }],
    ['ArrowRight', '11', go('112')],
    ['ArrowRight', '111', { kind: 'none' }],
    ['ArrowLeft', '11', { kind: 'close', ids: ['11'] }],
    ['ArrowLeft', '111', go('11')],
    ['ArrowLeft', '110', go('1')],
    ['Enter', '111', { kind: 'choose', id: '111' }],
    [' ', '111', { kind: 'choose', id: '111' }],
    ['*', '11', { kind: 'open', ids: ['110'] }],
    ['*', '111', { kind: 'open', ids: [] }],
    ['Tab', '1', { kind: 'none' }],
  ])('%s at %s', (key, active, expected) => {
    expect(moveFor(key, rows, active)).toEqual(expected);
  });

  it('begins at the first row when none is active, or the active one is not seen any more', () => {
    expect(moveFor('ArrowDown', rows, undefined)).toEqual(go('1'));
    expect(moveFor('End', rows, 'gone')).toEqual(go('1'));
    expect(moveFor('Enter', rows, 'gone')).toEqual({ kind: 'none' });
  });

  it('never leads to a row that is not seen', () => {
    const keys = fc.constantFrom(
      'ArrowDown',
      'ArrowUp',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    fc.assert(
      fc.property(fc.array(keys), (pressed) => {
        let active = '1';
        for (const key of pressed) {
          const move = moveFor(key, rows, active);
          if (move.kind === 'go') active = move.to;
          expect(rows.map(({ id }) => id)).toContain(active);
        }
      }),
    );
  });

  it('is a part of a name when it is one character, and neither a space nor an asterisk', () => {
    expect(['a', '县', '1', ' ', '*', 'Enter'].map(isTyping)).toEqual([true, true, true, false, false, false]);
  });
});

describe('typing ahead', () => {
  const nameOf = (id: string) => CITY.rows.get(id)?.name ?? '';
  const typed = (text: string, active?: string) => rowTyped(text, { rows, active, nameOf });

  it('adds to what was just typed, and begins anew after a pause', () => {
    const once = typedWith({ text: '', atMs: 0 }, '修', 5_000);
    expect(typedWith(once, '水', 5_300).text).toBe('修水');
    expect(typedWith(once, '德', 6_000).text).toBe('德');
  });

  it('goes to the next row of that beginning, around the end', () => {
    expect(typed('德', '111')).toBe('110');
    expect(typed('县', '1')).toBe('112');
  });

  it('stays where it is while more of the same name is typed', () => {
    expect(typed('修水', '11')).toBe('11');
  });

  it('goes nowhere for a beginning that no row has', () => {
    expect(typed('赣', '1')).toBeUndefined();
  });
});
