// Ledgers as the server answers them, for tests of the pages.
import type { Entry, Figures, Said } from '../../../../site/src/islands/ledger/said.ts';
import { ledgerWords } from '../../../../site/src/islands/ledger/said.ts';
import { zh } from '../../../../site/src/words/zh.ts';

export const said: Said = { lang: 'zh', words: zh, w: ledgerWords('zh') };

/** 54 of 72 hours, half a year before the end. */
export function figures(change: Partial<Figures> = {}): Figures {
  return {
    level: 'junior',
    period: { from: '2024-05-10', last: '2027-05-09', nth: 1 },
    ...{ target: 4320, source: '民发〔2009〕123号', total: 3240, missing: 1080 },
    forecast: { state: 'open', missing: 1080, by: '2027-05-09', months: 6, perMonth: 180 },
    counted: { training: 3240, degree: 0, taught: 0, local: 0 },
    lines: [],
    ...change,
  };
}

export function entry(change: Partial<Entry> = {}): Entry {
  return {
    ...{ id: 'entry-01', kind: 'training', title: '研修', minutes: 480, day: '2025-01-10', evidence: [] },
    ...{ state: 'proposed', facts: [{ state: 'proposed', at: '2025-01-11T02:00:00.000Z', by: 'one-self' }], moves: [] },
    ...change,
  };
}
