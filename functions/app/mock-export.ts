// Taking out one's attempts at mock papers: what was asked, what stands there, what one wrote, page by page.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { madeAt } from '../domain/attempts/answers.ts';
import type { Attempt } from '../domain/attempts/attempt.ts';
import type { MockDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { sitterFor } from './mock-finding.ts';
import { releasedOf } from './mock-results.ts';
import { headView } from './mock-views.ts';

type Taken = Answer<'exportMock'>['attempts'][number];

/** Attempts of a page: of 80 questions each, far below what a function may answer with. */
const PAGE = 20;

const READS_AT_ONCE = 8;

export function exportMock(deps: MockDeps) {
  return async (actor: Actor, { params, query }: Input<'exportMock'>): Promise<Answer<'exportMock'>> => {
    const { person } = sitterFor(actor, params.person);
    const found = await deps.store.attempts.ofPerson(person, PAGE + 1, query.before);
    const page = found.slice(0, PAGE);
    const released = new Set((await releasedOf(deps, page)).map(({ id }) => id));
    const taken = new Map<string, Taken>();
    await inParallel(READS_AT_ONCE, page, async (attempt) => {
      taken.set(attempt.id, await takenOut(deps, attempt, released.has(attempt.id)));
    });
    return { attempts: page.flatMap(({ id }) => taken.get(id) ?? []), more: found.length > PAGE };
  };
}

async function takenOut(deps: MockDeps, attempt: Attempt, isReleased: boolean): Promise<Taken> {
  const { refs, answers, late, texts, lateTexts } = await deps.store.attempts.sheet(attempt);
  const question = (n: number) => refs[n - 1]?.id ?? '';
  const both = <T>(counted: readonly T[], after: readonly T[]) => [
    ...counted.map((one) => ({ ...one, late: false })),
    ...after.map((one) => ({ ...one, late: true })),
  ];
  const sum = isReleased ? attempt.sum : undefined;
  return {
    attempt: headView(attempt, deps.now()),
    ...(sum && { earned: sum.earned, possible: sum.possible }),
    answers: both(answers, late).map(({ n, seq, picked, flagged, spentS, late: isLate }) => {
      const version = refs[n - 1]?.version ?? 1;
      const at = madeAt(attempt, seq);
      return { n, question: question(n), version, picked: [...picked], flagged, spentS, at, late: isLate };
    }),
    texts: both(texts, lateTexts).map(({ n, part, seq, text, late: isLate }) => {
      return { n, question: question(n), part, text, at: madeAt(attempt, seq), late: isLate };
    }),
  };
}
