import { expect, it } from 'vitest';
import {
  type Draft,
  draftFaults,
  emptyDraft,
  type Forms,
  planOf,
  withForm,
} from '../../../../../../site/src/islands/staff/papers/editor/draft.ts';
import { papersZh as w } from '../../../../../../site/src/words/zh-papers.ts';

const NOW = '2026-11-24T02:30:00.000Z';
const made = { blueprint: 'b', answered: 'objective' as const, counts: { single: 60 } };
const forms: Forms = {
  subjects: [
    {
      ...{ id: 'law', level: 'junior', name: { zh: '法规', en: 'Law' } },
      forms: [{ ...made, form: 'official', minutes: 120, lacking: [{ kind: 'single', wanted: 60, have: 3 }] }],
    },
    {
      ...{ id: 'general', level: 'junior', name: { zh: '综合', en: 'General' } },
      forms: [
        { ...made, form: 'official', minutes: 120, lacking: [] },
        { ...made, form: 'short', minutes: 30, lacking: [] },
      ],
    },
  ],
  graceMs: 120_000,
  now: NOW,
};
const draft = (change: Partial<Draft> = {}): Draft => ({ ...emptyDraft('u1', forms), title: '第一次模拟', ...change });

it('begins with a subject that the bank has enough of, tomorrow at nine in China', () => {
  expect(planOf(draft())).toMatchObject({
    ...{ group: { kind: 'unit', id: 'u1' }, subject: 'general', form: 'official', minutes: 120, graceMs: 120_000 },
    ...{ opensAt: '2026-11-25T01:00:00.000Z', closesAt: '2026-11-25T02:00:00.000Z' },
  });
  expect(draftFaults(draft(), NOW, w)).toEqual({});
});

it('names the course when the paper is for one, and asks for it when none is picked', () => {
  expect(planOf(draft({ groupKind: 'course', course: 'c1' })).group).toEqual({ kind: 'course', id: 'c1' });
  expect(draftFaults(draft({ groupKind: 'course' }), NOW, w)).toEqual({ course: w.editor.faults.course });
});

it('says at each field what is wrong with it', () => {
  const wrong = draft({ title: ' ', minutes: '4', graceS: '1801', opensAt: '', closesAt: '2026-11-24T10:00' });
  expect(draftFaults(wrong, NOW, w)).toEqual({
    title: w.editor.faults.title,
    opensAt: w.editor.faults.opensAt,
    closesAt: w.editor.faults.past,
    minutes: w.editor.faults.minutes,
    graceS: w.editor.faults.grace,
  });
});

it('wants the last start after the first', () => {
  const wrong = draft({ opensAt: '2026-11-26T09:00', closesAt: '2026-11-26T09:00' });
  expect(draftFaults(wrong, NOW, w)).toEqual({ closesAt: w.editor.faults.order });
});

it('takes the minutes of another form unless others were typed', () => {
  expect(withForm(draft(), forms, { form: 'short' }).minutes).toBe('30');
  expect(withForm(draft({ minutes: '90' }), forms, { form: 'short' }).minutes).toBe('90');
});
