// Answers of attempts on the real engine: changes in any order and however often give what the newest of each question says, at one write a request.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attemptAnswers } from '../../../functions/store/attempt-answers.ts';
import { attempts } from '../../../functions/store/attempts.ts';
import { mockKeys } from '../../../functions/store/mock-keys.ts';
import type { HeldAnswer } from '../../../functions/store/packed-answers.ts';
import { meter } from '../../bench/meter.ts';
import { at, NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
let serial = 0;
beforeAll(async () => {
  test = await openTestTable();
});
afterAll(() => test.close());

function fresh() {
  serial += 1;
  return { person: 'person-1', attempt: `attempt-${serial}`, startedAt: NOON };
}

const change = (n: number, seq: number, picked: string, more: Partial<HeldAnswer> = {}): HeldAnswer => ({
  ...{ n, seq, sent: seq, device: '0000001', receivedAt: at(seq / 1000), picked: [...picked] },
  ...{ flagged: false, spentS: 7, ...more },
});

const anyChange = fc
  .record({
    n: fc.integer({ min: 1, max: 45 }),
    seq: fc.integer({ min: 0, max: 30 }),
    device: fc.constantFrom('0000001', '0000002'),
    picked: fc.constantFrom('', 'A', 'AB', 'E'),
  })
  .map(({ n, seq, device, picked }) => change(n, seq, picked, { device }));

const isBefore = (a: HeldAnswer, b: HeldAnswer) => (a.seq === b.seq ? a.device < b.device : a.seq < b.seq);

it('keeps the newest change of each question, in whatever order and however often they come', async () => {
  const { put } = attemptAnswers(test.table);
  const read = attempts(test.table).sheet;
  // A device gives one number once for a question.
  const anyChanges = fc.uniqueArray(anyChange, {
    maxLength: 40,
    selector: ({ n, seq, device }) => `${n} ${seq} ${device}`,
  });
  await fc.assert(
    fc.asyncProperty(anyChanges, fc.infiniteStream(fc.boolean()), async (changes, doubled) => {
      const of = fresh();
      for (const one of changes) {
        await put(of, [one], 'counted');
        if (doubled.next().value) await put(of, [one], 'counted');
      }
      const newest = new Map<number, HeldAnswer>();
      for (const one of changes) {
        const held = newest.get(one.n);
        if (held === undefined || isBefore(held, one)) newest.set(one.n, one);
      }
      const { answers } = await read({ person: of.person, id: of.attempt, startedAt: NOON });
      expect(answers).toEqual([...newest.values()].sort((a, b) => a.n - b.n));
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('writes twenty answers at one unit, keeps the item below 1 kB, and tells what stands in the way', async () => {
  const { put } = attemptAnswers(test.table);
  const of = { ...fresh(), person: 'p'.repeat(16), attempt: `0mm781og0-${'a'.repeat(16)}` };
  const all = Array.from({ length: 20 }, (_, i) => change(i + 1, 7_000_000 + i, 'ABCDE', { spentS: 3_600 }));
  const spent = meter(test.table);
  expect([...(await put(of, all, 'counted')).values()]).toEqual(Array(20).fill('new'));
  expect(spent()).toMatchObject({ write: 1, requests: 1 });
  const next = [change(1, 8_000_000, 'A'), change(2, 6_000_000, 'B'), all[2] as HeldAnswer];
  expect([...(await put(of, next, 'counted'))].sort(([a], [b]) => a - b)).toEqual([
    [1, 'new'],
    [2, 'older'],
    [3, 'same'],
  ]);
  expect(mockKeys.answers(of.person, of.attempt, 0).SK.length).toBeLessThan(45);
});
