// Marks of essays as they are given: by question, part and point, what is kept and what is not yet, and the sums. Pure.
import type { Answer, Input } from '../../../../../../functions/contract/index.ts';

export type Essays = Answer<'readEssays'>;
export type Marks = Input<'markEssays'>['body']['marks'];

/** `2/1/a` → half-points: the point a of part 1 of question 2. */
export type Given = Readonly<Record<string, number>>;

interface Point {
  name: string;
  question: string;
  part: string;
  point: string;
  possible: number;
}

/** Every point of somebody's paper, in the order of the page. */
export function pointsOf({ questions }: Pick<Essays, 'questions'>): Point[] {
  return questions.flatMap((question) =>
    question.parts.flatMap((part) =>
      part.points.map(({ id, possible }) => ({
        ...{ name: `${question.n}/${part.id}/${id}`, question: String(question.n), part: part.id, point: id, possible },
      })),
    ),
  );
}

/** What the server holds. */
export function givenIn({ questions }: Pick<Essays, 'questions'>): Given {
  const all = questions.flatMap((question) =>
    question.parts.flatMap((part) =>
      Object.entries(part.given).map(([point, half]) => [`${question.n}/${part.id}/${point}`, half] as const),
    ),
  );
  return Object.fromEntries(all);
}

/** As the wire takes it: all that is given, so that what was sent before is said again and not lost. */
export function marksOf(points: readonly Point[], given: Given): Marks {
  const marks: Marks = {};
  for (const { name, question, part, point } of points) {
    const half = given[name];
    if (half === undefined) continue;
    const parts = marks[question] ?? {};
    marks[question] = { ...parts, [part]: { ...parts[part], [point]: half } };
  }
  return marks;
}

/** The marks given so far, and how many points are still open. */
export function sumOf(points: readonly Point[], given: Given): { earned: number; possible: number; open: number } {
  return {
    earned: points.reduce((sum, { name }) => sum + (given[name] ?? 0), 0),
    possible: points.reduce((sum, { possible }) => sum + possible, 0),
    open: points.filter(({ name }) => given[name] === undefined).length,
  };
}

/** What was kept in the tab because it could not be sent; only points that the paper has, and marks that they can get. */
export function restored(text: string | null, points: readonly Point[]): Given {
  try {
    const kept = JSON.parse(text ?? '{}') as Record<string, unknown>;
    const fits = points.filter(({ name, possible }) => {
      const half = kept[name];
      return Number.isInteger(half) && (half as number) >= 0 && (half as number) <= possible;
    });
    return Object.fromEntries(fits.map(({ name }) => [name, kept[name] as number]));
  } catch {
    return {};
  }
}
