import { describe, expect, it } from 'vitest';
import { type Flag, flagsOf, type Looked } from '../../../../functions/domain/statistics/flags.ts';

function looked(change: Partial<Looked['statistics']> = {}, chosen: number[] = [4, 20, 3, 3], reports = 0): Looked {
  const usual = { n: 30, max: 2, mean: 1.2, facility: 0.6, sd: 1, discrimination: 40, efficiency: 60 };
  const options = chosen.map((count, i) => ({
    ...{ id: 'ABCDE'[i] ?? '', isKey: i === 1, chosen: count, share: count / 30, rest: 0.5 },
  }));
  return { statistics: { ...usual, ...change }, choices: { options, blank: 0, rest: 0.5 }, reports };
}

const reasons = (flags: readonly Flag[]) => flags.map(({ reason }) => reason);

describe('a question is flagged', () => {
  it('for nothing when its figures are ordinary', () => {
    expect(flagsOf(looked())).toEqual([]);
  });

  it.each([
    [{ discrimination: -0.1 }, { reason: 'negative-discrimination', figure: -0.1, line: 0 }],
    [{ discrimination: 0 }, { reason: 'weak-discrimination', figure: 0, line: 20 }],
    [{ discrimination: 19.9 }, { reason: 'weak-discrimination', figure: 19.9, line: 20 }],
    [{ facility: 0.95 }, { reason: 'too-easy', figure: 0.95, line: 0.95 }],
    [{ facility: 0.2 }, { reason: 'too-hard', figure: 0.2, line: 0.2 }],
  ])('by its figure %o, with the line that it crossed', (change, flag) => {
    expect(flagsOf(looked(change))).toEqual([flag]);
  });

  it.each([{ discrimination: 20 }, { facility: 0.949 }, { facility: 0.201 }, { discrimination: undefined }])(
    'for nothing by %o',
    (change) => {
      expect(flagsOf(looked(change))).toEqual([]);
    },
  );

  it('for distractors that nobody chose, and for those that more chose than the key, by name', () => {
    expect(flagsOf(looked({}, [0, 14, 16, 0]))).toEqual([
      { reason: 'wrong-above-key', options: ['C'] },
      { reason: 'unused-distractor', options: ['A', 'D'] },
    ]);
  });

  it('for five reports, whoever sat it', () => {
    expect(flagsOf(looked({ n: 0 }, [0, 0, 0, 0], 5))).toEqual([{ reason: 'reported', figure: 5, line: 5 }]);
    expect(flagsOf(looked({ n: 0 }, [0, 0, 0, 0], 4))).toEqual([]);
  });

  it('by no figure of fewer than thirty attempts', () => {
    expect(flagsOf(looked({ n: 29, discrimination: -50, facility: 0 }, [0, 1, 28, 0]))).toEqual([]);
  });

  it('with the gravest reason first', () => {
    const flags = flagsOf(looked({ discrimination: -5, facility: 0.1 }, [0, 2, 28, 0], 9));
    expect(reasons(flags)).toEqual([
      'negative-discrimination',
      'wrong-above-key',
      'reported',
      'too-hard',
      'unused-distractor',
    ]);
  });
});
