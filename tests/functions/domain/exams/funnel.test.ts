import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examPieces, examSums } from '../../../../functions/domain/exams/exam-figures.ts';
import { type AtUnit, type FunnelStep, isAtStep } from '../../../../functions/domain/exams/funnel.ts';
import type { TrainingEntry } from '../../../../functions/domain/participation/training.ts';
import { examRecord, LEVELS } from './builders.ts';

const nothing: AtUnit = {
  ...{ unit: 'town-1', present: true, day: '2026-03-01', certificates: [], training: [] },
  record: { person: 'person-1', entries: [] },
};
const at = (known: Partial<AtUnit>, step: FunnelStep, level?: 'junior' | 'intermediate') =>
  isAtStep({ ...nothing, ...known }, { step, year: 2022, level });

describe('a step of the exam', () => {
  it.each([
    ['registered', 'reg'],
    ['sat', 'sat'],
    ['passed', 'pass'],
  ] as const)('%s is reached by whom the unit’s figure counts', (step, name) => {
    fc.assert(
      fc.property(examRecord, fc.constantFrom(...LEVELS), (record, level) => {
        const pieces = examPieces(record).filter(({ unit }) => unit === 'town-1');
        const counted = examSums(pieces)['exam#2022']?.[`${name}:${level}`] ?? 0;
        expect(isAtStep({ ...nothing, present: false, record }, { step, year: 2022, level })).toBe(counted === 1);
      }),
    );
  });
});

describe('a step of today', () => {
  const junior = { level: 'junior', number: 'ZZ-1', issued: '2023-09-01' } as const;
  const valid = { ...junior, registered: '2023-10-01' };

  it('is for whoever works there', () => {
    expect(at({}, 'target')).toBe(true);
    expect(at({ certificates: [valid] }, 'certified')).toBe(true);
    expect(at({ certificates: [valid] }, 'valid')).toBe(true);
    for (const step of ['target', 'certified', 'valid'] as const) {
      expect(at({ certificates: [valid], present: false }, step)).toBe(false);
    }
  });

  it('counts a registration while it is good, and a certificate from its issue on', () => {
    expect(at({ certificates: [junior] }, 'valid')).toBe(false);
    expect(at({ certificates: [valid], day: '2026-09-30' }, 'valid')).toBe(true);
    expect(at({ certificates: [valid], day: '2026-10-01' }, 'valid')).toBe(false);
    expect(at({ certificates: [valid], day: '2026-10-01' }, 'certified')).toBe(true);
    expect(at({ certificates: [junior], day: '2023-08-31' }, 'certified')).toBe(false);
    expect(at({ certificates: [valid] }, 'certified', 'intermediate')).toBe(false);
  });

  it('counts somebody at their highest level, as the figures do', () => {
    const certificates = [valid, { ...junior, level: 'intermediate' as const }];
    expect([at({ certificates }, 'certified', 'junior'), at({ certificates }, 'certified', 'intermediate')]).toEqual([
      false,
      true,
    ]);
    expect([at({ certificates }, 'valid', 'junior'), at({ certificates }, 'valid', 'intermediate')]).toEqual([
      true,
      false,
    ]);
  });
});

it('training counts at the unit it was done from, for those who came', () => {
  const entry = { unit: 'town-1', day: '2022-03-01', state: 'present' } as unknown as TrainingEntry;
  expect(at({ training: [entry], present: false }, 'trained')).toBe(true);
  expect(at({ training: [{ ...entry, unit: 'town-2' }] }, 'trained')).toBe(false);
  expect(at({ training: [{ ...entry, state: 'absent' }] }, 'trained')).toBe(false);
});
