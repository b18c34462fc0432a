import { describe, expect, it } from 'vitest';
import { mayDecide, REPORT_DECISIONS, REPORT_STATES } from '../../../../functions/domain/corrections/reports.ts';

describe('a report', () => {
  it('is decided from new and from checking, and looked into again from its end', () => {
    const allowed = REPORT_STATES.flatMap((from) =>
      REPORT_DECISIONS.filter((to) => mayDecide(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(allowed).toEqual([
      ...['new → checking', 'new → corrected', 'new → unfounded'],
      ...['checking → corrected', 'checking → unfounded'],
      ...['corrected → checking', 'unfounded → checking'],
    ]);
  });
});
