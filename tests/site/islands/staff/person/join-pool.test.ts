// What the form of a pool refuses before anything is sent.
import { expect, it } from 'vitest';
import { type Joining, joiningFaults } from '../../../../../site/src/islands/staff/person/join-pool.tsx';
import { staffZh as t } from '../../../../../site/src/words/zh-staff.ts';

const sound: Joining = {
  ...({ pool: 'talent', day: '2026-03-01', until: '', selected: '2026-02-01', by: 'u1' } as const),
  basis: '九社发〔2026〕1号',
};

it.each<[string, Partial<Joining>, object]>([
  ['is sound', {}, {}],
  ['ends after it begins', { until: '2026-03-02' }, {}],
  ['was selected on the day it begins', { selected: '2026-03-01' }, {}],
  ['ends on the day it begins', { until: '2026-03-01' }, { until: t.form.endsBefore }],
  ['was selected later', { selected: '2026-03-02' }, { selected: t.reasons['selected-later'] }],
  ['has too short a basis', { basis: ' 文 ' }, { basis: t.form.basisShort }],
  ['has no basis', { basis: ' ' }, { basis: t.form.missing }],
  ['names no unit', { by: '' }, { by: t.form.missing }],
  ['has no days', { day: '', selected: '' }, { day: t.form.missing, selected: t.form.missing }],
])('a membership that %s', (_what, change, faults) => {
  expect(joiningFaults({ ...sound, ...change }, t)).toEqual(faults);
});
