// A post put right: what is checked before it is sent, and what is sent.
import { describe, expect, it } from 'vitest';
import type { Holding } from '../../../../../site/src/islands/staff/units/history.ts';
import {
  type Righting,
  rectifying,
  rightingFaults,
} from '../../../../../site/src/islands/staff/units/rectify-post.tsx';

const held: Holding = { post: 'head', person: 'person-1', name: '甲', from: '2025-06-01' };
const value: Righting = { post: 'deputy', person: 'person-2', from: '2025-03-01', to: '', never: false, why: '填错' };
const says = { missing: 'missing', endsBefore: 'before' };

describe('putting a post right', () => {
  it('names the wrong record by its own first day, and says what is right', () => {
    expect(rectifying(held, value)).toEqual({
      ...{ post: 'head', person: 'person-1', day: '2025-06-01', why: '填错' },
      right: { post: 'deputy', person: 'person-2', from: '2025-03-01' },
    });
    expect(rectifying(held, { ...value, to: '2026-01-01' }).right).toMatchObject({ to: '2026-01-01' });
  });

  it('says of a record that goes nothing that is right', () => {
    expect(rectifying(held, { ...value, never: true })).not.toHaveProperty('right');
  });

  it.each([
    [{}, {}],
    [{ why: ' ' }, { why: 'missing' }],
    [
      { person: '', from: '' },
      { person: 'missing', from: 'missing' },
    ],
    [{ to: '2025-03-01' }, { to: 'before' }],
    [{ to: '2025-03-02' }, {}],
    [{ never: true, from: '', person: '', to: '2020-01-01' }, {}],
  ])('with %o', (change, faults) => {
    expect(rightingFaults({ ...value, ...change }, says)).toEqual(faults);
  });
});
