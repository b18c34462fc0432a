// A result with what matters to the test put in its place.
import type { Result, ResultLine } from '../../../../functions/domain/attempts/result.ts';

export function line(change: Partial<ResultLine> = {}): ResultLine {
  const usual = { n: 1, id: 'jc04-501', version: 1, kind: 'single', chapter: '4', picked: ['A'] } as const;
  return { ...usual, verdict: 'right', earned: 2, possible: 2, spentS: 30, ...change };
}

/** One that was sat on demand and handed in; marks follow from the lines. */
export function result(change: Partial<Result> = {}): Result {
  const lines = change.lines ?? [line()];
  const sum = (of: 'earned' | 'possible') => lines.reduce((all, one) => all + one[of], 0);
  return {
    ...{ attempt: '0mabc1234-one', person: 'person-1', subject: 'junior-comprehensive', form: 'official' },
    ...{ blueprint: 'official-1', profile: 'official-1', mode: 'realistic', offline: false, state: 'submitted' },
    ...{ startedAt: '2026-03-01T01:00:00.000Z', endedAt: '2026-03-01T03:00:00.000Z', marking: 'done' },
    ...{ earned: sum('earned'), possible: sum('possible'), regrades: [], version: 1 },
    ...change,
    lines,
  };
}
