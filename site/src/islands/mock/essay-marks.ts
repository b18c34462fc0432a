// Marks for what was answered in words, point by point, as one gives them. Half-points. Pure.
import type { Answer, Input } from '../../../../functions/contract/index.ts';

type Reviewed = Answer<'readReview'>['questions'][number];
type Marks = Input<'markOwn'>['body']['marks'];

/** By part and point; what is not given yet is undefined. */
export type Given = Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;

export function givenIn({ parts = [] }: Pick<Reviewed, 'parts'>): Given {
  return Object.fromEntries(parts.map(({ id, given }) => [id, given]));
}

export function sumOf(given: Given): number {
  const halves = Object.values(given).flatMap((points) => Object.values(points));
  return halves.reduce<number>((sum, half) => sum + (half ?? 0), 0);
}

/** How many points have no marks yet. */
export function leftOut({ parts = [] }: Pick<Reviewed, 'parts'>, given: Given): number {
  return parts.flatMap(({ id, points }) => points.filter((point) => given[id]?.[point.id] === undefined)).length;
}

/** The marks of all questions: those given before, and the ones of this question as they stand now. */
export function marksBody(questions: readonly Reviewed[], n: number, given: Given): Marks {
  const essays = questions.filter(({ parts }) => parts !== undefined);
  const all = essays.map((question) => [String(question.n), known(question.n === n ? given : givenIn(question))]);
  return Object.fromEntries(all.filter(([, parts]) => Object.keys(parts as object).length > 0)) as Marks;
}

function known(given: Given): Record<string, Record<string, number>> {
  const parts = Object.entries(given).map(([part, points]) => {
    const held = Object.entries(points).filter((entry): entry is [string, number] => entry[1] !== undefined);
    return [part, Object.fromEntries(held)] as const;
  });
  return Object.fromEntries(parts.filter(([, points]) => Object.keys(points).length > 0));
}
