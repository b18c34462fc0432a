// Who has sent what is expected, and when.
import { expect, it } from 'vitest';
import { boardLine } from '../../../../functions/domain/reports/board.ts';
import type { Report, ReportMove, ReportState } from '../../../../functions/domain/reports/report.ts';

function edition(number: number, state: ReportState, ...steps: [ReportMove, string][]): Report {
  return {
    ...{ unit: '21', id: `2026-02.month.${number}`, version: 1, at: '', template: 'month', edition: number, state },
    ...{ months: { year: 2026, from: 2, to: 2 }, indicators: [], levels: 0, note: '' },
    steps: steps.map(([move, day]) => ({ move, at: `${day}T16:00:00.000Z`, by: 'x' })),
  };
}

const asked = { due: '2026-03-05', today: '2026-03-09' };

it('misses what was never sent, by the days since it was due', () => {
  expect(boardLine([], asked)).toEqual({ standing: 'missing', late: 4 });
  expect(boardLine([edition(1, 'frozen', ['countersign', '2026-03-01'])], asked)).toEqual({
    standing: 'missing',
    late: 4,
  });
  expect(boardLine([], { ...asked, today: '2026-03-05' })).toEqual({ standing: 'missing', late: 0 });
});

it('judges by the first that came, and shows the newest; a day begins at midnight in China', () => {
  const first = edition(1, 'returned', ['send', '2026-03-04'], ['return', '2026-03-06']);
  expect(boardLine([first], asked)).toEqual({
    ...{ standing: 'returned', report: '2026-02.month.1', firstOn: '2026-03-05', late: 0 },
  });
  const second = edition(2, 'received', ['send', '2026-03-07'], ['receive', '2026-03-08']);
  expect(boardLine([second, first], asked)).toMatchObject({ standing: 'received', report: '2026-02.month.2', late: 0 });
  expect(boardLine([second], asked)).toMatchObject({ firstOn: '2026-03-08', late: 3 });
  expect(boardLine([edition(1, 'sent', ['send', '2026-03-05'])], asked)).toMatchObject({ standing: 'sent', late: 1 });
});
