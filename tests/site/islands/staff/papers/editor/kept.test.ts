import { expect, it } from 'vitest';
import type { Draft } from '../../../../../../site/src/islands/staff/papers/editor/draft.ts';
import { readKept, writeKept } from '../../../../../../site/src/islands/staff/papers/editor/kept.ts';

it('gives back what was kept, and nothing for nothing or for what is broken', () => {
  const held = new Map<string, string>();
  const storage = {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, text: string) => void held.set(name, text),
  };
  const draft = { title: '第一次模拟' } as Draft;
  expect(readKept(storage, 'a')).toBeUndefined();
  writeKept(storage, 'a', draft);
  expect(readKept(storage, 'a')).toEqual(draft);
  held.set('a', '{');
  expect(readKept(storage, 'a')).toBeUndefined();
});

it('keeps nothing in a full storage, without a word', () => {
  const full = {
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => writeKept(full, 'a', {} as Draft)).not.toThrow();
});
