import { expect, it } from 'vitest';
import { emptyDraft } from '../../../../../../site/src/islands/staff/training/editor/draft.ts';
import { readKept, writeKept } from '../../../../../../site/src/islands/staff/training/editor/kept.ts';

function storage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
  };
}

it('keeps what was typed, without names and numbers of people', () => {
  const place = storage();
  const draft = { ...emptyDraft('360402'), title: '冲刺班', contactName: '王老师', contactPhone: '0792-1' };
  writeKept(place, 'x', { version: 3, draft });
  expect(readKept(place, 'x', 3)).toMatchObject({ title: '冲刺班', division: '360402' });
  expect([...place.items.values()].join()).not.toMatch(/王老师|0792/);
});

it('takes nothing up that was typed on another version, or is no draft', () => {
  const place = storage();
  writeKept(place, 'x', { version: 3, draft: { title: '冲刺班' } });
  expect(readKept(place, 'x', 4)).toBeUndefined();
  place.setItem('x', '{');
  expect(readKept(place, 'x', 3)).toBeUndefined();
});
