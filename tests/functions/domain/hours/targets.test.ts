import { expect, it } from 'vitest';
import { capOn, type LocalCap, TARGETS, targetOn } from '../../../../functions/domain/hours/targets.ts';

it.each([
  ['junior', 72],
  ['intermediate', 90],
  ['senior', 90],
] as const)('asks of %s for %i hours', (level, hours) => {
  expect(targetOn(level, '2024-05-10')).toMatchObject({ hours, source: '民发〔2009〕123号' });
  expect(targetOn(level, '2009-09-06'), 'before the rule').toBeUndefined();
});

it('asks of a period for what held on its first day, when the rule changes', () => {
  const changed = [
    ...TARGETS.map((target) => ({ ...target, to: '2026-01-01' })),
    { level: 'junior', from: '2026-01-01', hours: 60, source: '新办法' } as const,
  ];
  expect(targetOn('junior', '2025-12-31', changed)?.hours).toBe(72);
  expect(targetOn('junior', '2026-01-01', changed)?.hours).toBe(60);
});

it('finds the rule of a place for a category on a day, and none of another', () => {
  const cap: LocalCap = {
    place: '360400',
    category: '督导',
    capHours: 12,
    from: '2024-01-01',
    to: '2026-01-01',
    source: '九江市规定',
  };
  const of = { place: '360400', category: '督导' };
  expect(capOn([cap], of, '2025-12-31')).toBe(cap);
  expect(capOn([cap], of, '2026-01-01')).toBeUndefined();
  expect(capOn([cap], { ...of, place: '360402' }, '2025-01-01')).toBeUndefined();
  expect(capOn([cap], { ...of, category: '论文' }, '2025-01-01')).toBeUndefined();
});
