// A reviewed question as the pages of practice take it: by the letters that were on the screen, or as the wrong book keeps it. Pure.
import type { OptionId, Question } from '../../../../functions/domain/questions/question.ts';
import type { ReviewedQuestion } from '../../journal/mock-kept.ts';
import type { Opened } from './review-view.ts';
import type { Line, Reviewed } from './wire.ts';

const A = 65;

/** Options may have been shown in an order of the attempt's own: letters on the screen go by place. */
export function asShown(
  question: Reviewed,
  { picked, latePicked = [] }: Pick<Line, 'picked' | 'latePicked'>,
): { question: Question; picked: OptionId[]; latePicked: OptionId[] } {
  const letters = new Map(question.options.map(({ id }, i) => [id, String.fromCharCode(A + i)]));
  const toLetters = (ids: readonly string[]) => ids.flatMap((id) => letters.get(id) ?? []).toSorted();
  const { id, version, kind, stem, key, explanation, difficulty, source } = question;
  const options = question.options.map((option) => ({ ...option, id: letters.get(option.id) ?? option.id }));
  return {
    question: {
      ...{ id, version, stem, explanation, difficulty, source, options },
      kind: kind === 'multiple' ? 'multiple' : 'single',
      key: toLetters(key),
    },
    picked: toLetters(picked),
    latePicked: toLetters(latePicked),
  };
}

/** The questions of a review that the wrong book can ask again; what is answered in words is not, nor what has no key yet. */
export function forBook({ head, questions }: Pick<Opened, 'head' | 'questions'>): ReviewedQuestion[] {
  const told = questions.filter(({ withheld }) => !withheld);
  return told.flatMap(({ id, version, kind, chapter, stem, options, key, explanation, difficulty, source }) =>
    kind === 'single' || kind === 'multiple'
      ? [
          {
            ...{ id, version, subject: head.subject, chapter, kind, stem, key, explanation, difficulty, source },
            options: options.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          },
        ]
      : [],
  );
}
