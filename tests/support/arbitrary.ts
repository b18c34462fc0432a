// Random journals for property tests: entries and batches as any device could send them.
import fc from 'fast-check';
import { type Batch, type Entry, STAMPS, type Stamped } from '../../functions/domain/practice/journal.ts';
import { instantOf, msOf } from '../../functions/domain/time.ts';

const START = msOf('2026-01-01T00:00:00.000Z');

/** Few questions and close times, so that entries meet: that is where a fold goes wrong. */
const questionId = fc.constantFrom('jc-01-001', 'jc-01-002', 'lp-14-020');
export const instant = fc.integer({ min: 0, max: 40 }).map((ms) => instantOf(START + ms));

/** Any instant that the wire can carry. */
export const anyInstant = fc.integer({ min: msOf(STAMPS.first), max: msOf(STAMPS.last) }).map(instantOf);

const marks = fc.constantFrom({ earned: 0, possible: 2 }, { earned: 2, possible: 2 }, { earned: 3, possible: 4 });
/** Rarely more than one in a batch, as at the change of a rule; any that the wire takes. */
const profile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('official-1', 'official-2') },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9-]{1,20}$/) },
);
const picked = fc.subarray(['A', 'B', 'C', 'D', 'E']);
const text = fc.string({ unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), notes()) });

function notes() {
  return fc.constantFrom('助人自助', '\n', '"', '\\', '👩‍👩‍👧', '{', ' ', '\u0000', '\u2028');
}

/** One change with its stamp, of every kind. */
export function stamped(at: fc.Arbitrary<string> = instant): fc.Arbitrary<Stamped> {
  const question = questionId;
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .record({ at, question, profile, picked, marks, version: fc.integer({ min: 1, max: 9999 }) })
        .map(({ marks, ...rest }) => ({ kind: 'answer' as const, ...rest, ...marks })),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('mark' as const),
        at,
        question,
        mark: fc.constantFrom('flag' as const, 'favourite' as const, 'dismissed' as const),
        on: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('note' as const), at, question, text }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('setting' as const),
        at,
        name: fc.constant('streak' as const),
        value: fc.integer({ min: 1, max: 5 }),
      }),
    },
  );
}

const deviceId = fc.constantFrom('device-a', 'device-a-', 'device_a', 'device-b');

/** What some devices have written: each entry once under its (device, seq). */
export const journal: fc.Arbitrary<Entry[]> = fc
  .array(fc.record({ device: deviceId, change: stamped() }), { maxLength: 30 })
  .map((lines) => {
    const last = new Map<string, number>();
    return lines.map(({ device, change }) => {
      const seq = (last.get(device) ?? 0) + 1;
      last.set(device, seq);
      return { ...change, device, seq };
    });
  });

/** A batch as the wire allows it. */
export const batch: fc.Arbitrary<Batch> = fc.record({
  device: fc.stringMatching(/^[0-9A-Za-z_-]{8,40}$/),
  first: fc.integer({ min: 1, max: 9_999_950 }),
  entries: fc.array(stamped(anyInstant), { minLength: 1, maxLength: 50 }),
});
