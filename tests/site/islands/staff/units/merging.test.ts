// What is sent when units are merged or split.
import { describe, expect, it } from 'vitest';
import { type Merging, mergeBody, splitBody } from '../../../../../site/src/islands/staff/units/merging.ts';
import { unitRead } from '../units.ts';

const act = { day: '2026-12-01', why: '文件' };
const merging: Merging = {
  ...{ ...act, others: ['u2'], how: 'there', into: 'u3' },
  ...{ name: ' 新站 ', unitKind: 'station-county', division: '340523 ' },
};
const base = { version: 1, ...act };

describe('a merger', () => {
  it('goes into a unit that is there', () => {
    const body = mergeBody(unitRead(), merging);
    expect(body).toEqual({ kind: 'merge', ...base, others: ['u2'], into: { unit: 'u3' } });
  });

  it('goes into a new unit where this one lies', () => {
    const opening = { name: '新站', kind: 'station-county', division: '340523', parent: 'p1' };
    expect(mergeBody(unitRead(), { ...merging, how: 'new' }).into).toEqual({ opening });
  });
});

describe('a split', () => {
  const opening = (name: string) => ({
    opening: { name, kind: 'station-township', division: '340523100', parent: 'p1' },
  });

  it('opens units of the same kind at the same place, and gives each child to one of them', () => {
    const body = splitBody(unitRead(), ['c1', 'c2'], { ...act, names: ['东站', ' 西站'], given: { c2: 1 } });
    expect(body).toEqual({
      ...{ kind: 'split', ...base, into: [opening('东站'), opening('西站')] },
      children: [
        { child: 'c1', to: 0 },
        { child: 'c2', to: 1 },
      ],
    });
  });

  it('gives a child whose unit was taken back to the last one that is left', () => {
    const body = splitBody(unitRead(), ['c1'], { ...act, names: ['东站', '西站'], given: { c1: 2 } });
    expect(body.children).toEqual([{ child: 'c1', to: 1 }]);
  });
});
