// Attempts as their person sees them: how they stand, and what they ask, without a key.

import type { Answer } from '../contract/index.ts';
import type { Attempt } from '../domain/attempts/attempt.ts';
import { shownOptions } from '../domain/papers/assemble.ts';
import type { SetPaper } from '../domain/papers/set-paper.ts';
import { askEssay, isEssay } from '../domain/questions/essay.ts';
import type { MockItem } from '../domain/questions/mock.ts';
import { ask } from '../domain/questions/question.ts';
import type { Instant } from '../domain/time.ts';
import type { Sheet } from '../store/attempts.ts';

type Sitting = Answer<'readAttempt'>;
type Standing = Answer<'moveAttempt'>;
type Head = Answer<'readResult'>['attempt'];

/** How an attempt stands. One that is closing is over for its person: nothing more counts. */
export function standing(attempt: Attempt, now: Instant): Standing {
  const { id, state, startedAt, deadline, pausedAt, endedAt, graceMs, holder, closing } = attempt;
  const end = endedAt ?? closing?.at;
  return {
    ...{ attempt: id, state: closing?.as ?? state, startedAt, deadline, graceMs, holder: holder.device, now },
    ...(pausedAt === undefined || closing !== undefined ? {} : { pausedAt }),
    ...(end === undefined ? {} : { endedAt: end }),
  };
}

/** The same with what it is an attempt at. */
export function headView(attempt: Attempt, now: Instant, paper?: Pick<SetPaper, 'title'>): Head {
  const { subject, form, blueprint, mode, factor, offline, questions } = attempt;
  return {
    ...standing(attempt, now),
    ...{ subject, form, blueprint, mode, factor, offline: offline ?? false, questions },
    ...(attempt.paper === undefined ? {} : { paper: attempt.paper }),
    ...(paper === undefined ? {} : { title: paper.title }),
  };
}

/** An attempt with its questions and what stands at them. */
export function sitting(
  attempt: Attempt,
  {
    items,
    sheet,
    now,
    paper,
  }: { items: readonly MockItem[]; sheet: Sheet; now: Instant; paper?: SetPaper | undefined },
): Sitting {
  return {
    ...headView(attempt, now, paper),
    asked: items.map((item, i) => askedOf(attempt, item, i + 1)),
    answers: sheet.answers.map(({ n, sent, picked, flagged, spentS }) => {
      return { n, seq: sent, picked: [...picked], flagged, spentS };
    }),
    texts: sheet.texts.map(({ n, part, sent, text }) => ({ n, part, seq: sent, text })),
  };
}

/** A question as it is asked: its options in the order of this attempt. Named field by field: a new field of an item stays behind. */
export function askedOf(
  attempt: Pick<Attempt, 'seed' | 'shuffle'>,
  item: MockItem,
  n: number,
): Sitting['asked'][number] {
  if (isEssay(item)) {
    const { id, version, kind, stem, parts } = askEssay(item);
    return { n, id, version, kind, stem, options: [], parts };
  }
  const { id, version, kind, stem, options } = ask(item);
  return { n, id, version, kind, stem, options: inShownOrder(attempt, options, n) };
}

/** Options in the order in which an attempt shows them. */
export function inShownOrder<T extends { id: string }>(
  { seed, shuffle }: Pick<Attempt, 'seed' | 'shuffle'>,
  options: readonly T[],
  n: number,
): T[] {
  const ids = options.map(({ id }) => id);
  return shownOptions(ids, { seed, shuffle, n }).flatMap((id) => options.find((option) => option.id === id) ?? []);
}
