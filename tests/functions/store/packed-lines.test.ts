// A result's lines as text: what is packed is unpacked, whatever it is, and a whole paper stays below 2 kB.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LineVerdict, ResultLine } from '../../../functions/domain/attempts/result.ts';
import { packLines, unpackLines } from '../../../functions/store/packed-lines.ts';

const picked = fc.subarray(['A', 'B', 'C', 'D', 'E']);
const verdicts: LineVerdict[] = ['right', 'partial', 'wrong', 'blank', 'credited', 'unmarked', 'marked'];
const late = fc.constantFrom(
  ...(['made-after-deadline', 'received-after-grace', 'received-after-hand-in', 'voided'] as const),
);

const anyLine = fc.record(
  {
    id: fc.stringMatching(/^[a-z]{2}\d\d-\d{3}$/),
    version: fc.integer({ min: 1, max: 9999 }),
    kind: fc.constantFrom('single', 'multiple', 'case', 'design'),
    chapter: fc.constantFrom(...Array.from({ length: 15 }, (_, i) => `lp18-${String(i + 1).padStart(2, '0')}`)),
    picked,
    verdict: fc.constantFrom(...verdicts),
    earned: fc.integer({ min: 0, max: 40 }),
    possible: fc.integer({ min: 0, max: 40 }),
    spentS: fc.integer({ min: 0, max: 86_400 }),
    late,
    latePicked: picked,
  },
  { requiredKeys: ['id', 'version', 'kind', 'chapter', 'picked', 'verdict', 'earned', 'possible', 'spentS'] },
);

/** What was picked late is told with why it is late, or not at all. */
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 100 }).map((lines) =>
  lines.map(({ late: why, latePicked = [], ...line }, i): ResultLine => {
    return { n: i + 1, ...line, ...(why === undefined ? {} : { late: why, latePicked }) };
  }),
);

it('lines come back as they were packed', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      expect(unpackLines(packLines(lines))).toEqual(lines);
    }),
  );
});

it('eighty lines of the official paper are below 1.7 kB', () => {
  const lines = Array.from({ length: 80 }, (_, i): ResultLine => {
    const isSingle = i < 60;
    return {
      ...{ n: i + 1, id: `lp${String((i % 14) + 1).padStart(2, '0')}-5${String(i).padStart(2, '0')}`, version: 1 },
      ...{ kind: isSingle ? 'single' : 'multiple', chapter: `lp18-${String((i % 14) + 1).padStart(2, '0')}` },
      ...(isSingle
        ? { picked: ['B'], verdict: 'right', earned: 2, possible: 2 }
        : { picked: ['A', 'C', 'D'], verdict: 'partial', earned: 3, possible: 4 }),
      spentS: 95,
    };
  });
  const { chapters, lines: text } = packLines(lines);
  expect(chapters.length + text.length).toBeLessThan(1_700);
});

it.each(['', 'jc04-501', 'jc04-501 s0r B', 'jc04-501 s9r B 1', 'jc04-501 x0r B 1', 'jc04-501 s0p B 1'])(
  'the line %j is none',
  (line) => {
    expect(unpackLines({ chapters: 'jc18-04', lines: line })).toBeUndefined();
  },
);
