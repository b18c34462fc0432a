import { describe, expect, it } from 'vitest';
import { type PassLine, passLineFor } from '../../../../functions/domain/exams/pass-line.ts';

const base = { level: 'junior', verified: false, source: '通知' } as const;
const lines: PassLine[] = [
  { ...base, year: 2024, mark: 120, scope: 'national' },
  { ...base, year: 2025, mark: 120, scope: 'national' },
  { ...base, year: 2025, mark: 106, scope: 'local', regions: ['450124'] },
  { ...base, year: 2025, mark: 100, scope: 'local', regions: ['450124'], subject: 'junior-practice' },
];
const ask = { year: 2025, level: 'junior', subject: 'junior-comprehensive' } as const;

describe('the pass line', () => {
  it('is the national one where nothing else was drawn', () => {
    expect(passLineFor(lines, ask)).toMatchObject({ mark: 120, scope: 'national' });
    expect(passLineFor(lines, { ...ask, region: '360400' })).toMatchObject({ mark: 120 });
  });

  it('is the local one in its counties and their towns', () => {
    expect(passLineFor(lines, { ...ask, region: '450124' })).toMatchObject({ mark: 106, scope: 'local' });
    expect(passLineFor(lines, { ...ask, region: '450124100' })).toMatchObject({ mark: 106 });
  });

  it('is the one of the subject before that of the level', () => {
    expect(passLineFor(lines, { ...ask, subject: 'junior-practice', region: '450124' })).toMatchObject({ mark: 100 });
  });

  it('is the latest known for a year that has none yet, and never a later one', () => {
    expect(passLineFor(lines, { ...ask, year: 2027, region: '450124' })).toMatchObject({ year: 2025, mark: 106 });
    expect(passLineFor(lines, { ...ask, year: 2024, region: '450124' })).toMatchObject({ year: 2024, mark: 120 });
    expect(passLineFor(lines, { ...ask, year: 2020 })).toBeUndefined();
    expect(passLineFor(lines, { ...ask, level: 'senior' })).toBeUndefined();
  });
});
