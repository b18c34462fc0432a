import { expect, it } from 'vitest';
import { fold } from '../../../../functions/domain/practice/fold.ts';
import type { Stamped } from '../../../../functions/domain/practice/journal.ts';
import { wrongBook } from '../../../../functions/domain/practice/wrong-book.ts';
import { answer, at, entries } from '../../../support/builders.ts';

type Step = 'right' | 'wrong' | 'partial' | 'dismiss' | 'restore' | `streak ${number}`;

/** One question's story, a step a second. */
function story(...steps: Step[]): Stamped[] {
  const question = 'jc-04-001';
  return steps.map((step, i) => {
    const when = at(i + 1);
    if (step === 'right') return answer({ at: when, question, earned: 4, possible: 4 });
    if (step === 'wrong') return answer({ at: when, question, earned: 0, possible: 4 });
    if (step === 'partial') return answer({ at: when, question, earned: 1, possible: 4 });
    if (step === 'dismiss') return { kind: 'mark', at: when, question, mark: 'dismissed', on: true };
    if (step === 'restore') return { kind: 'mark', at: when, question, mark: 'dismissed', on: false };
    return { kind: 'setting', at: when, name: 'streak', value: Number(step.slice(7)) };
  });
}

it.each<[string, Step[], boolean]>([
  ['is empty before anything is answered', [], false],
  ['stays empty after a right answer', ['right'], false],
  ['takes in a wrong answer', ['wrong'], true],
  ['takes in an incomplete answer (少选)', ['partial'], true],
  ['keeps a question after one right answer', ['wrong', 'right'], true],
  ['lets it go after two in a row', ['wrong', 'right', 'right'], false],
  ['begins the row anew after a mistake', ['wrong', 'right', 'wrong', 'right'], true],
  ['begins the row anew after an incomplete answer', ['wrong', 'right', 'partial', 'right'], true],
  ['takes it back when it is wrong again', ['wrong', 'right', 'right', 'wrong'], true],
  ['asks for one in a row when set to one', ['streak 1', 'wrong', 'right'], false],
  ['asks for three in a row when set to three', ['streak 3', 'wrong', 'right', 'right'], true],
  ['lets it go after three when set to three', ['streak 3', 'wrong', 'right', 'right', 'right'], false],
  ['follows the setting of now, not of then', ['wrong', 'right', 'right', 'streak 3'], true],
  ['lets go what is taken out by hand', ['wrong', 'dismiss'], false],
  ['takes back what was taken out and is wrong again', ['wrong', 'dismiss', 'wrong'], true],
  ['keeps out what was taken out and is right', ['wrong', 'dismiss', 'right'], false],
  ['takes back what was taken out by mistake', ['wrong', 'dismiss', 'restore'], true],
  ['is not filled by taking out what was never wrong', ['right', 'dismiss', 'restore'], false],
])('the wrong book %s', (_story, steps, held) => {
  expect(wrongBook(fold(entries(story(...steps))))).toEqual(held ? ['jc-04-001'] : []);
});

it.each([
  ['device-a', 'device-b'],
  ['device-b', 'device-a'],
])('keeps out what %s got wrong in the instant in which %s took it out', (one, other) => {
  const wrong = entries([answer({ at: at(1), earned: 0 })], one);
  const out = entries([{ kind: 'mark', at: at(1), question: 'jc-04-001', mark: 'dismissed', on: true }], other);
  expect(wrongBook(fold([...wrong, ...out]))).toEqual([]);
});

it('shows the latest mistake first, and those of one moment by id', () => {
  const wrong = (question: string, second: number) => answer({ question, at: at(second), earned: 0 });
  const state = fold(entries([wrong('b', 1), wrong('c', 2), wrong('a', 1), wrong('d', 3)]));
  expect(wrongBook(state)).toEqual(['d', 'c', 'a', 'b']);
});

it('shows those wrong since an instant, that instant included', () => {
  const wrong = (question: string, second: number) => answer({ question, at: at(second), earned: 0 });
  const state = fold(entries([wrong('a', 1), wrong('b', 2), wrong('c', 3)]));
  expect(wrongBook(state, at(2))).toEqual(['c', 'b']);
  expect(wrongBook(state, at(4))).toEqual([]);
});
