import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY, fold, foldOnto, recordOf } from '../../../../functions/domain/practice/fold.ts';
import { type Batch, type Entry, entriesOf } from '../../../../functions/domain/practice/journal.ts';
import { instantOf, msOf } from '../../../../functions/domain/time.ts';
import { journal, stamped } from '../../../support/arbitrary.ts';
import { answer, at, entries } from '../../../support/builders.ts';

describe('the laws of the fold', () => {
  it('arrives at the same state in any order and with any repetition', () => {
    const mixed = journal.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray(all),
        fc.shuffledSubarray(all),
      ),
    );
    fc.assert(
      fc.property(mixed, ([all, shuffled, some, others]) => {
        expect(fold([...some, ...shuffled, ...others])).toEqual(fold(all));
      }),
    );
  });

  it('arrives at the same state when one identity carries two contents, whichever came first', () => {
    const twice = fc.tuple(journal, stamped(), stamped());
    fc.assert(
      fc.property(twice, ([all, one, other]) => {
        const identity = { device: 'device-z', seq: 1 };
        const both = [
          { ...one, ...identity },
          { ...other, ...identity },
        ];
        expect(fold([...both, ...all])).toEqual(fold([...all, ...both.reverse()]));
      }),
    );
  });

  it('adds onto a state what folding everything anew would give', () => {
    // One at a time is what a device does while somebody practises, and what takes the short way.
    const lastFew = fc.oneof(fc.constant(1), fc.nat({ max: 30 }));
    const cut = journal.chain((all) => fc.tuple(fc.constant(all), lastFew));
    fc.assert(
      fc.property(cut, ([all, few]) => {
        const from = Math.max(0, all.length - few);
        const [held, added] = [all.slice(0, from), all.slice(from)];
        const before = fold(held);
        const copy = structuredClone(before);
        expect(foldOnto(before, all, added)).toEqual(fold(all));
        expect(before, 'the state before is left as it was').toEqual(copy);
      }),
    );
  });

  it('puts an entry in its place that carries the stamp of the latest, by its device', () => {
    const held = entries([answer({ at: at(1), earned: 0 })], 'device-b');
    const added = entries([answer({ at: at(1) })], 'device-a');
    const state = foldOnto(fold(held), [...held, ...added], added);
    expect(recordOf(state, 'jc-04-001').streak, 'the wrong answer of device-b stays the last').toBe(0);
    expect(state).toEqual(fold([...held, ...added]));
  });

  it('adds entry by entry, each later than all before, the same state as at once', () => {
    fc.assert(
      fc.property(journal, (all) => {
        const later = all.map((entry, i) => ({ ...entry, at: instantOf(msOf(entry.at) + i * 100) })) as Entry[];
        const stepped = later.reduce((state, entry, i) => foldOnto(state, later.slice(0, i + 1), [entry]), fold([]));
        expect(stepped).toEqual(fold(later));
      }),
    );
  });

  it('arrives at the same state with entries of a clock that was a year ahead among the others', () => {
    const ahead = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(journal, ahead, (all, isAhead) => {
        const mixed = all.map((e, i) => (isAhead[i] ? { ...e, at: instantOf(msOf(e.at) + 365 * 86_400_000) } : e));
        const stepped = mixed.reduce((state, e, i) => foldOnto(state, mixed.slice(0, i + 1), [e]), fold([]));
        expect(stepped).toEqual(fold(mixed));
        expect(fold([...mixed].reverse())).toEqual(stepped);
      }),
    );
  });

  it('counts what the entries say, question by question', () => {
    fc.assert(
      fc.property(journal, (all) => {
        const state = fold(all);
        for (const question of new Set(all.flatMap((e) => (e.kind === 'setting' ? [] : [e.question])))) {
          const answers = all.filter((e) => e.kind === 'answer' && e.question === question);
          const record = recordOf(state, question);
          expect(record.answers).toBe(answers.length);
          expect(record.rights).toBe(answers.filter((e) => e.kind === 'answer' && e.earned === e.possible).length);
          expect(record.earned).toBeLessThanOrEqual(record.possible);
          expect(record.streak).toBeLessThanOrEqual(record.rights);
        }
      }),
    );
  });
});

describe('what the fold knows', () => {
  it('of nothing, is nothing: the usual setting and blank records', () => {
    const state = fold([]);
    expect(state).toEqual(EMPTY);
    expect(state).toEqual({ questions: new Map(), days: new Map(), streak: 2 });
    expect(recordOf(state, 'jc-01-001')).toMatchObject({ answers: 0, streak: 0, flagged: false, note: '' });
  });

  it('holds the last answer, the sums and the row of right ones', () => {
    const state = fold(
      entries([
        answer({ at: at(1) }),
        answer({ at: at(2), picked: ['B'], earned: 0 }),
        answer({ at: at(3), version: 2 }),
      ]),
    );
    expect(recordOf(state, 'jc-04-001')).toEqual({
      answers: 3,
      rights: 2,
      earned: 4,
      possible: 6,
      streak: 1,
      last: { at: at(3), picked: ['A'], earned: 2, possible: 2, version: 2 },
      lastWrongAt: at(2),
      flagged: false,
      favourite: false,
      note: '',
    });
    expect(state.latest).toBe(at(3));
  });

  it('holds marks and notes by their last word', () => {
    const question = 'jc-04-001';
    const state = fold(
      entries([
        { kind: 'mark', at: at(1), question, mark: 'flag', on: true },
        { kind: 'mark', at: at(2), question, mark: 'favourite', on: true },
        { kind: 'mark', at: at(3), question, mark: 'flag', on: false },
        { kind: 'note', at: at(4), question, text: '先看' },
        { kind: 'note', at: at(5), question, text: '接纳不等于认同' },
      ]),
    );
    expect(recordOf(state, question)).toMatchObject({
      flagged: false,
      favourite: true,
      note: '接纳不等于认同',
      answers: 0,
    });
  });

  it('counts the answers of each day in China', () => {
    const state = fold(
      entries([
        answer({ at: '2026-03-01T15:59:59.999Z' }),
        answer({ at: '2026-03-01T16:00:00.000Z', earned: 0 }),
        answer({ at: '2026-03-02T01:00:00.000Z' }),
        { kind: 'note', at: '2026-03-03T01:00:00.000Z', question: 'jc-04-001', text: '' },
      ]),
    );
    expect([...state.days]).toEqual([
      ['2026-03-01', { answers: 1, rights: 1 }],
      ['2026-03-02', { answers: 2, rights: 1 }],
    ]);
  });

  it.each([
    [0, 1],
    [1, 1],
    [3, 3],
    [5, 5],
    [99, 5],
  ])('keeps the setting %i as %i', (value, kept) => {
    expect(fold(entries([{ kind: 'setting', at: at(1), name: 'streak', value }])).streak).toBe(kept);
  });

  it('takes the later of two devices’ settings', () => {
    const early = entries([{ kind: 'setting', at: at(1), name: 'streak', value: 5 }], 'device-z');
    const late = entries([{ kind: 'setting', at: at(2), name: 'streak', value: 3 }], 'device-a');
    expect(fold([...late, ...early]).streak).toBe(3);
  });

  it('numbers the entries of a batch from its first', () => {
    const batch: Batch = { device: 'device-a', first: 51, entries: [answer(), answer()] };
    expect(entriesOf(batch).map(({ device, seq }) => `${device} ${seq}`)).toEqual(['device-a 51', 'device-a 52']);
  });
});
