// One's own record, and what is taken out of it, for tests.
import type { Entry } from '../../../../functions/domain/practice/journal.ts';
import type { Own, Taken } from '../../../../site/src/islands/profile/own.ts';

export function own(more: Partial<Own> = {}): Own {
  return {
    ...{ id: 'person-1', name: '甲', years: 0, version: 1, createdAt: '2026-01-01T00:00:00.000Z' },
    ...{ employments: [], certificates: [], pools: [], grants: [], contact: { wantsNotices: true } },
    ...more,
  };
}

const NOTHING: Taken['training'] = { enrolments: [], marks: [], excuses: [], hours: [], completions: [] };

export function taken(more: Partial<Taken> = {}): Taken {
  const { years: _, version: __, phone: ___, idNumber: ____, ...record } = own();
  return { ...record, reports: [], sessions: [], training: NOTHING, takenAt: '2026-11-23T01:00:00.000Z', ...more };
}

/** An answer of a device, on the 23rd of November 2026 so many minutes after nine in China. */
export function answered(seq: number, minutes: number, device = 'device-one'): Entry {
  const at = `2026-11-23T01:${String(minutes).padStart(2, '0')}:00.000Z`;
  return {
    ...{ kind: 'answer', at, question: `q-${seq}`, version: 1, profile: 'official-1' },
    ...{ picked: ['A', 'B'], earned: 3, possible: 4, device, seq },
  };
}
