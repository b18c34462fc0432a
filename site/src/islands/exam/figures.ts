// Figures of a paper under way: what is answered, blank and flagged, and the time as it is written. Pure.
import type { Book } from '../../exam/book.ts';
import type { Asked } from '../../exam/rows.ts';

export interface Figures {
  answered: number[];
  blank: number[];
  flagged: number[];
}

export function isAnswered(book: Pick<Book, 'at'>, { n, parts = [] }: Pick<Asked, 'n' | 'parts'>): boolean {
  return book.at(n).picked.length > 0 || parts.some(({ id }) => book.at(n, id).text.trim() !== '');
}

/** The numbers of questions by how they stand. */
export function figuresOf(book: Pick<Book, 'at' | 'sheet'>): Figures {
  const { asked } = book.sheet;
  const numbers = (which: (question: Asked) => boolean) => asked.filter(which).map(({ n }) => n);
  return {
    answered: numbers((question) => isAnswered(book, question)),
    blank: numbers((question) => !isAnswered(book, question)),
    flagged: numbers(({ n }) => book.at(n).flagged),
  };
}

/** What is picked after an option was pressed: one of several, or several, in the order of their ids. */
export function pickedAfter(kind: Asked['kind'], picked: readonly string[], option: string): string[] {
  if (kind === 'single') return [option];
  return picked.includes(option) ? picked.filter((one) => one !== option) : [...picked, option].sort();
}

/** Milliseconds as a clock shows them: 1:59:59, 29:59, 00:07. What has begun counts in full. */
export function clockText(ms: number): string {
  const whole = Math.max(0, Math.ceil(ms / 1_000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}

/** Minutes left at which it is said aloud. */
const WARNINGS = [30, 10, 5, 1] as const;

/** The warning that the time has passed since it was last looked at; of several the nearest to the end. */
export function warningBetween(beforeMs: number, nowMs: number): number | undefined {
  return WARNINGS.findLast((minutes) => beforeMs > minutes * 60_000 && nowMs <= minutes * 60_000);
}
