import { expect, it } from 'vitest';
import {
  centsOf,
  type Draft,
  draftFaults,
  draftOf,
  emptyDraft,
  type Plan,
  planOfDraft,
  previewOf,
} from '../../../../../../site/src/islands/staff/training/editor/draft.ts';

const NOW = '2026-05-01T00:00:00.000Z';
const draft = (change: Partial<Draft> = {}): Draft => ({ ...emptyDraft('360402'), title: '冲刺班', ...change });
const ofDraft = { isDraft: true, sessions: [], known: [], now: NOW };

it('makes of a plan a draft that makes the same plan', () => {
  const plan: Plan = {
    ...previewOf(draft()),
    ...{ target: '社工', syllabus: ['一', '二'], coOrganisers: ['协会'], link: 'https://meet.example/1' },
    ...{ place: { division: '360402', address: '长虹大道 1 号' }, contact: { name: '王老师', phone: '0792' } },
    ...{ provider: { name: '培训机构', costCents: 1_200_050 }, walkIns: true, approval: 'unit' },
    who: { units: ['unit-1'], posts: ['social-worker'], levels: ['junior'] },
    window: { opens: '2026-05-02T00:00:00.000Z', closes: '2026-05-10T00:00:00.000Z' },
  };
  expect(previewOf(draftOf(plan))).toEqual(plan);
});

it('takes away what is empty', () => {
  expect(planOfDraft(draft())).toMatchObject({ place: null, link: null, contact: null, provider: null, window: null });
});

it('lets a draft be saved unfinished, but not with what no plan can hold', () => {
  expect(draftFaults(draft(), ofDraft)).toEqual({});
  expect(draftFaults(draft({ title: ' ', capacity: '0', minShare: '101' }), ofDraft)).toEqual({
    title: 'title-blank',
    capacity: 'capacity-invalid',
    minShare: 'rule-invalid',
  });
});

it('tells at the field what is written wrongly', () => {
  const wrong = { opens: '2026-05-02T08:00', address: '长虹大道', division: '36', link: 'http://x.example' };
  expect(draftFaults(draft(wrong), ofDraft)).toEqual({ closes: 'moment', division: 'division', link: 'link' });
});

it('asks more of a published course, but not what it lacked before', () => {
  const published = { ...ofDraft, isDraft: false };
  expect(draftFaults(draft(), published)).toMatchObject({ target: 'target-blank', opens: 'window-missing' });
  const known = [{ path: 'target', code: 'target-blank' }];
  expect(draftFaults(draft(), { ...published, known })).toEqual({ opens: 'window-missing' });
});

it('reads an amount exactly', () => {
  expect(['12000', '0.5', '12000.05', '', '1.234', '一千'].map(centsOf)).toEqual([
    1_200_000,
    50,
    1_200_005,
    0,
    undefined,
    undefined,
  ]);
});
