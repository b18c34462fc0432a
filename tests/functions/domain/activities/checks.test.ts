import { describe, expect, it } from 'vitest';
import { holdsNumber, workFault } from '../../../../functions/domain/activities/checks.ts';
import type { Activity } from '../../../../functions/domain/activities/record.ts';
import type { Unit } from '../../../../functions/domain/units/unit.ts';

const work: Activity = {
  ...{ type: 'activity', day: '2026-02-10', kind: 'elderly', title: '为老义诊', place: '村委会' },
  ...{ served: 40, volunteers: 5, minutes: 120 },
};

describe('what stands against a record', () => {
  const unit: Unit = {
    ...{ id: 'u', kind: 'station-township', division: '650000', opened: '2024-01-01', closed: '2026-03-01' },
    ...{ names: [], parents: [], successors: [], contacts: {}, posts: [], version: 1 },
  };
  const faultOn = (day: string, today = '2026-06-01') => workFault({ ...work, day }, { unit, today });

  it('is a day to come, or one on which the unit was not there', () => {
    expect(faultOn('2026-02-10')).toBeUndefined();
    expect(faultOn('2026-02-10', '2026-02-09')).toBe('work-future');
    expect(faultOn('2023-12-31')).toBe('work-outside');
    expect(faultOn('2026-03-01')).toBe('work-outside');
  });

  it.each(['13800000001', '138 0000 0001', '１３８００００００００１', '650000-19900101-0001'])(
    'is somebody’s number, as in %s',
    (text) => expect(holdsNumber(`联系 ${text}`)).toBe(true),
  );

  it('is no date, amount or house number', () => {
    expect(holdsNumber('2026-02-10 在 12 号楼发放 1,000 元，服务 205 户 335 人')).toBe(false);
  });
});
